/// One request as the log shows it.
struct Request {
  var at: LocalTime
  var host: String
  var method = "GET"
  /// Path and query.
  var target: String
  var status = 200
  var bytes: Int
  /// `-` for none.
  var referrer = "-"
}
