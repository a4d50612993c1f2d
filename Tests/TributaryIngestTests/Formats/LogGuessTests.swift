import Testing
import TributaryModel

@testable import TributaryIngest

struct LogGuessTests {
  private static let agent =
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
  private static let combined =
    #" "%r" %>s %b "%{Referer}i" "%{User-Agent}i""#

  private static func lines(_ line: (Int) -> String) -> String {
    (1...12).map { line($0) + "\n" }.joined()
  }

  private static func request(_ number: Int) -> String {
    "[03/May/2026:10:00:0\(number % 10) +0000] \"GET /a/\(number)?b=c HTTP/1.1\" 200 5000 "
      + "\"https://vk.com/\" \"\(agent)\""
  }

  private static func host(_ number: Int) -> String {
    number % 2 == 0 ? "shop.example" : "www.shop.example"
  }

  @Test(arguments: [
    (lines { "\"\(host($0))\" 203.0.113.\($0) - - \(request($0))" }, #""%v" %h %l %u %t"#),
    (lines { "\(host($0)) 203.0.113.\($0) - \(request($0))" }, "%v %h %u %t"),
    (lines { "\(host($0)) 2001:db8::\($0) - \(request($0))" }, "%v %h %u %t"),
    (lines { "\(host($0)) 203.0.113.\($0) anna \(request($0))" }, "%v %h %u %t"),
  ])
  func `a host in the first place is no visitor`(text: String, start: String) throws {
    let bench = try Workbench()
    let file = try bench.write("a.log", text)
    let guess = try #require(try FormatGuess.of(file))
    #expect(guess.format.name == start + LogGuessTests.combined)
    let log = try ReadLog(file, guess.format.name)
    #expect(Set(log.rows.map(\.visitor)).count == 12)
    #expect(Set(log.rows.map(\.host)) == ["shop.example", "www.shop.example"])
    let quoted = (start + LogGuessTests.combined).replacing("\"", with: "\\\"")
    #expect(guess.snippet(path: "a").contains("format: \"\(quoted)\""))
  }

  @Test(arguments: [
    (lines { "10.0.0.\($0 % 3) 203.0.113.\($0) - - \(request($0))" }, "%h %{X-Forwarded-For}i"),
    (
      lines { "\"203.0.113.\($0)\" 10.0.0.\($0 % 3) - - \(request($0))" },
      #""%{X-Forwarded-For}i" %h"#
    ),
    (lines { "203.0.113.\($0) 10.0.0.7 - - \(request($0))" }, "%{X-Forwarded-For}i %h"),
  ])
  func `a proxy's address is neither host nor visitor`(text: String, start: String) throws {
    let bench = try Workbench()
    let file = try bench.write("a.log", text)
    let guess = try #require(try FormatGuess.of(file))
    #expect(guess.format.name == start + " %l %u %t" + LogGuessTests.combined)
    #expect(guess.snippet(path: "a").contains("forwarded_for: true"))
    var options = Given.logOptions
    options.usesForwardedFor = true
    let log = try ReadLog(file, guess.format.name, options: options)
    #expect(Set(log.rows.map(\.visitor)).count == 12)
  }

  @Test(arguments: [
    lines { "web1 203.0.113.\($0) - - \(request($0))" },
    lines { "203.0.113.\($0) 198.51.100.7 - - \(request($0))" },
    lines { "[web] 203.0.113.\($0) - - \(request($0))" },
  ])
  func `addresses of two and names of no site make no guess`(text: String) throws {
    let bench = try Workbench()
    #expect(try FormatGuess.of(bench.write("a.log", text)) == nil)
  }

  @Test func `what kubectl writes before a line is no host`() throws {
    let bench = try Workbench()
    for start in ["[pod/nginx-abc/nginx] ", "nginx-1  | "] {
      let text = LogGuessTests.lines {
        start + "203.0.113.\($0) - - " + LogGuessTests.request($0)
      }
      let guess = try FormatGuess.of(bench.write("a.log", text))
      #expect(guess?.format.name == "nginx-combined")
      #expect(guess?.loaded == 12)
    }
  }

  // MARK: JSON

  private static func cloudflare(_ number: Int) -> String {
    #"{"CacheResponseBytes":3,"CacheResponseStatus":404,"ClientIP":"203.0.113.\#(number)","#
      + #""ClientRequestBytes":900,"ClientRequestHost":"shop.example","ClientRequestMethod":"GET","#
      + #""ClientRequestPath":"/a/\#(number)","ClientRequestReferer":"https://vk.com/","#
      + #""ClientRequestURI":"/a/\#(number)?utm_source=vk","ClientRequestUserAgent":"\#(agent)","#
      + #""EdgeResponseBytes":5316,"EdgeResponseStatus":200,"EdgeServerIP":"8.8.8.8","#
      + #""EdgeStartTimestamp":"2026-05-03T10:00:00Z","OriginResponseStatus":0}"#
  }

  private static func frontDoor(_ number: Int) -> String {
    #"{"time":"2026-05-03T07:11:00.123Z","resourceId":"/SUBSCRIPTIONS/1/PROFILES/SHOP","#
      + #""properties":{"httpMethod":"GET","requestUri":"https://shop.example:443/a/\#(number)?b=c","#
      + #""trackingReference":"0AB","requestBytes":"800","responseBytes":"5316","#
      + #""userAgent":"\#(agent)","clientIp":"203.0.113.\#(number)","httpStatusCode":"200","#
      + #""hostName":"shop.example","referer":"https://vk.com/"}}"#
  }

  private static func gateway(_ number: Int) -> String {
    #"{"ip":"203.0.113.\#(number)","requestTime":"03/May/2026:07:11:00 +0000","httpMethod":"GET","#
      + #""resourcePath":"/{proxy+}","path":"/a/\#(number)","status":"200","#
      + #""responseLength":"5316","userAgent":"\#(agent)"}"#
  }

  private static func google(_ number: Int) -> String {
    let referrer = number == 1 ? "" : #","referer":"https://vk.com/""#
    return
      #"{"httpRequest":{"requestMethod":"GET","requestUrl":"https://shop.example/a/\#(number)","#
      + #""requestSize":"200","status":200,"responseSize":"5316","userAgent":"\#(agent)","#
      + #""remoteIp":"203.0.113.\#(number)"\#(referrer)},"timestamp":"2026-05-03T07:11:00.1Z"}"#
  }

  private static func kong(_ number: Int) -> String {
    #"{"request":{"method":"GET","uri":"/a/\#(number)?a=1","size":"75","querystring":{"a":"1"},"#
      + #""headers":{"host":"shop.example","user-agent":"\#(agent)"}},"#
      + #""response":{"status":200,"size":"434","headers":{"Content-Length":"197"}},"#
      + #""client_ip":"203.0.113.\#(number)","started_at":1777790000123}"#
  }

  @Test(arguments: [
    (
      lines(cloudflare),
      [
        "time": "EdgeStartTimestamp", "client_ip": "ClientIP", "host": "ClientRequestHost",
        "method": "ClientRequestMethod", "path": "ClientRequestURI",
        "referrer": "ClientRequestReferer", "status": "EdgeResponseStatus",
        "bytes": "EdgeResponseBytes", "user_agent": "ClientRequestUserAgent",
      ]
    ),
    (
      lines(frontDoor),
      [
        "time": "time", "client_ip": "properties.clientIp", "method": "properties.httpMethod",
        "url": "properties.requestUri", "referrer": "properties.referer",
        "status": "properties.httpStatusCode", "bytes": "properties.responseBytes",
        "user_agent": "properties.userAgent",
      ]
    ),
    (
      lines(gateway),
      [
        "time": "requestTime", "client_ip": "ip", "method": "httpMethod", "path": "path",
        "status": "status", "bytes": "responseLength", "user_agent": "userAgent",
      ]
    ),
    (
      lines(google),
      [
        "time": "timestamp", "client_ip": "httpRequest.remoteIp",
        "method": "httpRequest.requestMethod", "url": "httpRequest.requestUrl",
        "referrer": "httpRequest.referer", "status": "httpRequest.status",
        "bytes": "httpRequest.responseSize", "user_agent": "httpRequest.userAgent",
      ]
    ),
    (
      lines(kong),
      [
        "time": "started_at", "client_ip": "client_ip", "method": "request.method",
        "path": "request.uri", "host": "request.headers.host", "status": "response.status",
        "bytes": "response.size", "user_agent": "request.headers.user-agent",
      ]
    ),
  ])
  func `keys compete by what stands under them in all lines`(
    text: String, columns: [String: String]
  ) throws {
    let bench = try Workbench()
    let file = try bench.write("a.json", text)
    let guess = try #require(try FormatGuess.of(file))
    #expect(guess.format.name == "json")
    #expect(guess.headers == columns)
  }

  private static func event(_ names: [String], _ more: String) -> String {
    lines {
      #"{"event":"\#(names[$0 % names.count])","timestamp":"2026-05-03T07:11:00.123Z","#
        + #""ip":"203.0.113.\#($0)","user_agent":"\#(agent)",\#(more)}"#
    }
  }

  @Test(arguments: [
    (
      event(
        ["$pageview", "$autocapture"],
        #""distinct_id":"d","properties":{"$current_url":"https://shop.example/a"}"#),
      "$autocapture, $pageview"
    ),
    (event(["page_view", "page_ping"], #""page_url":"https://shop.example/a""#), "page_ping"),
    (event(["click", "delivered"], #""url":"https://shop.example/x""#), "click, delivered"),
    (event(["started", "finished"], #""method":"GET","path":"/a","status":200"#), "finished"),
  ])
  func `events of several kinds are no page views`(text: String, names: String) throws {
    let bench = try Workbench()
    var objection: String?
    let guess = try FormatGuess.of(bench.write("a.json", text), objection: &objection)
    #expect(guess == nil)
    #expect(objection?.contains(names) == true)
    #expect(objection?.contains("columns: {") == true)
  }

  @Test(arguments: [
    event(["clicked"], #""url":"https://shop.example/x","recipient":"a@b.example""#),
    event(["login"], #""url":"/login","user":"ann","status":"ok""#),
    lines {
      #"{"time":"2026-05-03T07:11:00Z","csp-report":{"document-uri":"https://shop.example/x","#
        + #""referrer":""},"user_agent":"\#(agent)","ip":"203.0.113.\#($0)"}"#
    },
  ])
  func `records without a method and a status are no requests`(text: String) throws {
    let bench = try Workbench()
    var objection: String?
    let guess = try FormatGuess.of(bench.write("a.json", text), objection: &objection)
    #expect(guess == nil)
    #expect(objection?.contains("no method and no status") == true)
  }

  @Test(arguments: ["remote_addr", "client"])
  func `calls that the shop makes itself are none of its visitors'`(key: String) throws {
    let bench = try Workbench()
    let text = LogGuessTests.lines {
      #"{"timestamp":"2026-05-03T07:11:00Z","method":"POST","status":200,"#
        + #""url":"https://api.stripe.com/v1/charges/\#($0)","\#(key)":"10.0.0.5:443"}"#
    }
    #expect(try FormatGuess.of(bench.write("a.json", text)) == nil)
  }
}
