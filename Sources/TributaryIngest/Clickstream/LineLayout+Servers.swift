extension LineLayout {
  /// The record layouts of the named formats.
  static let named: [String: LineLayout] = servers.merging(collectors) { server, _ in server }

  private static let servers: [String: LineLayout] = [
    "nginx-json": nginxJSON, "caddy-json": caddyJSON, "iis-w3c": iis, "cloudfront": cloudFront,
  ]

  /// Source: keys that people give to nginx's variables, with `escape=json` or without; the
  /// server's own names go before those that a log shipper may have set.
  private static let nginxJSON = LineLayout(
    .json,
    [
      Source(
        .timeAny,
        ["time_iso8601", "time_local", "msec", "time", "timestamp", "@timestamp", "ts"]),
      Source(.address, ["remote_addr", "realip_remote_addr", "client_ip", "remote_ip", "ip"]),
      Source(.forwardedFor, ["http_x_forwarded_for", "x_forwarded_for"]),
      Source(.request, ["request"]),
      Source(.method, ["request_method", "method"]),
      Source(.target, ["request_uri", "uri", "url", "path"]),
      Source(.query, ["args", "query_string", "query"]),
      Source(.status, ["status", "status_code"]),
      Source(.bytes, ["body_bytes_sent", "bytes_sent", "bytes", "size"]),
      Source(.referrer, ["http_referer", "http_referrer", "referer", "referrer"]),
      Source(.userAgent, ["http_user_agent", "user_agent", "useragent", "agent"]),
      Source(.host, ["host", "http_host", "server_name", "vhost"]),
      Source(.visitor, ["cookie_{cookie}", "cookies.{cookie}"]),
      Source(.cookieHeader, ["http_cookie", "cookie"]),
    ])

  /// Source: Caddy 2, "Access logging". Its other loggers may write to the same file; the errors'
  /// records repeat a request.
  private static let caddyJSON = LineLayout(
    .json,
    [
      Source(.timeAny, ["ts", "time"]),
      Source(.address, ["request.client_ip", "request.remote_ip"]),
      Source(.addressAndPort, ["request.remote_addr"]),
      Source(.forwardedFor, ["request.headers.X-Forwarded-For[0]"]),
      Source(.method, ["request.method"]),
      Source(.host, ["request.host"]),
      Source(.target, ["request.uri"]),
      Source(.status, ["status"]),
      Source(.bytes, ["size"]),
      Source(.referrer, ["request.headers.Referer[0]"]),
      Source(.userAgent, ["request.headers.User-Agent[0]"]),
      Source(.cookieHeader, ["request.headers.Cookie[0]"]),
    ], filters: [.has("request"), .starts("logger", with: "http.log.access")])

  /// Source: Microsoft, "W3C Logging" of IIS: UTC, `+` for spaces.
  private static let iis = LineLayout(
    .columns(.directive, separator: nil),
    [
      Source(.timeUTC, ["date", "time"], isJoined: true),
      Source(.address, ["c-ip"]),
      Source(.forwardedFor, ["x-forwarded-for", "cs(x-forwarded-for)"], .plus),
      Source(.method, ["cs-method"]),
      Source(.path, ["cs-uri-stem"]),
      Source(.target, ["cs-uri"]),
      Source(.query, ["cs-uri-query"]),
      Source(.status, ["sc-status"]),
      Source(.bytes, ["sc-bytes"]),
      Source(.referrer, ["cs(referer)"]),
      Source(.userAgent, ["cs(user-agent)"], .plus),
      Source(.host, ["cs-host", "cs(host)"]),
      Source(.cookieHeader, ["cs(cookie)"], .plus),
    ])

  /// Source: AWS, "Standard logging (legacy)" of CloudFront: UTC, tabs; `cs(Host)` is the
  /// distribution, `x-host-header` the site.
  private static let cloudFront = LineLayout(
    .columns(.directive, separator: 9),
    [
      Source(.timeUTC, ["date", "time"], isJoined: true),
      Source(.address, ["c-ip"]),
      Source(.forwardedFor, ["x-forwarded-for"], .percent),
      Source(.method, ["cs-method"]),
      Source(.path, ["cs-uri-stem"], .percentOfPercent),
      Source(.query, ["cs-uri-query"], .percentOfPercent),
      Source(.status, ["sc-status"]),
      Source(.bytes, ["sc-bytes"]),
      Source(.referrer, ["cs(referer)"], .percentOfPercent),
      Source(.userAgent, ["cs(user-agent)"], .percent),
      Source(.host, ["x-host-header"]),
      Source(.serverName, ["cs(host)"]),
      Source(.cookieHeader, ["cs(cookie)"], .percent),
    ])
}
