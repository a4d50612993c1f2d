extension LineLayout {
  /// The record layouts of the named formats.
  static let named: [String: LineLayout] = servers.merging(collectors) { server, _ in server }

  private static let servers: [String: LineLayout] = [
    "nginx-json": nginxJSON, "caddy-json": caddyJSON, "traefik-json": traefikJSON,
    "iis-w3c": iis, "cloudfront": cloudFront, "cloudfront-json": cloudFrontJSON,
  ]

  /// Source: keys that people give to nginx's variables, with `escape=json` or without, as in the
  /// examples of ingress-nginx, Matomo, Logstash, Traefik and others; the server's own names go before
  /// those that a log shipper may have set. Each may be spelled in any way of `KeySpelling`.
  private static let nginxJSON = LineLayout(
    .json(anySpelling: true),
    [
      Source(
        .timeAny,
        [
          "time_iso8601", "time_local", "msec", "time", "timestamp", "@timestamp", "ts", "date",
          "datetime", "date_time", "time_msec", "request_timestamp", "access_time", "log_time",
          "local_time", "start_time", "time_utc",
        ]),
      Source(
        .address,
        [
          "remote_addr", "realip_remote_addr", "client_ip", "remote_ip", "ip", "client_addr",
          "client_address", "remote_address", "real_ip", "http_x_real_ip", "x_real_ip", "clientip",
          "source_ip", "src_ip", "ip_address", "remote_host", "visitor_ip", "user_ip", "remote",
          "client", "addr", "ClientHost",
        ]),
      Source(
        .forwardedFor,
        [
          "http_x_forwarded_for", "x_forwarded_for", "proxy_add_x_forwarded_for", "forwarded_for",
          "xff", "http_forwarded", "forwarded", "access_ip_list",
        ]),
      Source(.request, ["request", "request_line"]),
      Source(.method, ["request_method", "method", "http_method", "verb"]),
      Source(
        .target,
        [
          "request_uri", "uri", "url", "path", "request_path", "request_url", "document_uri",
          "uri_path", "url_path", "http_uri", "http_url", "target",
        ]),
      Source(
        .query,
        [
          "args", "query_string", "query", "request_query", "request_args", "uri_query",
          "url_query", "uri_args", "http_query", "request_query_string", "query_params",
          "query_args", "get_args", "url_args", "arguments", "qs",
        ]),
      Source(
        .status,
        [
          "status", "status_code", "http_status", "response_status", "response_code", "response",
          "http_status_code", "http_code", "code", "DownstreamStatus",
        ]),
      Source(
        .bytes,
        [
          "body_bytes_sent", "bytes_sent", "bytes", "size", "length", "body_bytes",
          "response_size", "response_length", "bytes_out", "DownstreamContentSize",
        ]),
      Source(
        .referrer,
        [
          "http_referer", "http_referrer", "referer", "referrer", "request_referer",
          "request_Referer",
        ]),
      Source(
        .userAgent,
        [
          "http_user_agent", "user_agent", "useragent", "agent", "http_useragent", "ua", "http_ua",
          "browser", "request_user_agent", "request_User-Agent",
        ]),
      Source(
        .host,
        [
          "host", "http_host", "server_name", "vhost", "request_host", "domain", "virtual_host",
          "site",
        ]),
      Source(.visitor, ["cookie_{cookie}", "cookies.{cookie}"]),
      Source(.cookieHeader, ["http_cookie", "cookie"]),
    ])

  /// Source: Caddy 2, "Access logging". Its other loggers may write to the same file; the errors'
  /// records repeat a request.
  private static let caddyJSON = LineLayout(
    .json(),
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
    ], filters: [.has("request", orElse: "level"), .starts("logger", with: "http.log.access")])

  /// Source: Traefik, "Access logs", `format: json`. Its own messages may go to the same file.
  private static let traefikJSON = LineLayout(
    .json(),
    [
      Source(.timeAny, ["StartUTC", "time", "StartLocal"]),
      Source(.address, ["ClientHost", "ClientAddr"]),
      Source(.forwardedFor, ["request_X-Forwarded-For", "request_X-Real-Ip"]),
      Source(.method, ["RequestMethod"]),
      Source(.target, ["RequestPath"]),
      Source(.status, ["DownstreamStatus", "OriginStatus"]),
      Source(.bytes, ["DownstreamContentSize", "OriginContentSize"]),
      Source(.referrer, ["request_Referer"]),
      Source(.userAgent, ["request_User-Agent"]),
      Source(.host, ["RequestHost", "RequestAddr"]),
      Source(.cookieHeader, ["request_Cookie"]),
    ], filters: [.has("RequestMethod", orElse: "msg")])

  /// Source: Microsoft, "W3C Logging" of IIS: UTC, `+` for spaces; W3C, "Extended Log File
  /// Format" for strings in quotes, which Advanced Logging writes.
  private static let iis = LineLayout(
    .columns(.directive, separator: nil, hasStrings: true),
    [
      Source(.timeAny, ["date", "time"], .utcTime, isJoined: true),
      Source(.timeAny, ["date-local", "time-local"], isJoined: true),
      Source(.address, ["c-ip", "cs-ip"]),
      Source(
        .forwardedFor,
        ["x-forwarded-for", "cs(x-forwarded-for)", "s-xff", "x-real-ip", "cs(x-real-ip)"], .plus),
      Source(.method, ["cs-method"]),
      Source(.path, ["cs-uri-stem"]),
      Source(.target, ["cs-uri"]),
      Source(.query, ["cs-uri-query"]),
      Source(.status, ["sc-status", "c-status"]),
      Source(.bytes, ["sc-bytes"]),
      Source(.referrer, ["cs(referer)", "cs(referrer)"]),
      Source(.userAgent, ["cs(user-agent)"], .plus),
      Source(.host, ["cs-host", "cs(host)"]),
      Source(.cookieHeader, ["cs(cookie)"], .plus),
    ])

  /// Source: AWS, "Standard logging (legacy)" of CloudFront: UTC, tabs; `cs(Host)` is the
  /// distribution, `x-host-header` the site.
  private static let cloudFront = LineLayout(
    .columns(.directive, separator: 9), cloudFrontSources)

  /// Source: AWS, "Standard logging (v2)" of CloudFront, in JSON: the same fields.
  private static let cloudFrontJSON = LineLayout(
    .json(),
    cloudFrontSources.map { source in
      var source = source
      source.names = source.names.map { headers[$0] ?? $0 }
      return source
    })

  private static let headers = [
    "cs(referer)": "cs(Referer)", "cs(user-agent)": "cs(User-Agent)", "cs(host)": "cs(Host)",
    "cs(cookie)": "cs(Cookie)",
  ]

  private static let cloudFrontSources: [Source] =
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
    ]
}
