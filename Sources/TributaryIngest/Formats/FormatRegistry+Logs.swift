import TributaryModel

extension FormatRegistry {
  /// Logs of requests and of events.
  static let logs: [NamedFormat] = servers + events

  /// Web server logs.
  private static let servers: [NamedFormat] = [
    log(
      "nginx-combined", "nginx with its built-in `combined` format; fields after it are ignored.",
      example: nginxLine),
    log(
      "nginx-main", "nginx with `main`, as in the nginx.conf it comes with: X-Forwarded-For added.",
      example: nginxLine + " \"10.0.0.1\""),
    log(
      "nginx-vhost-combined", "nginx with `$host`, or host:port, before `combined`.",
      example: "msk.shop.example " + nginxLine),
    log(
      "apache-combined", "Apache httpd with `combined`.",
      example: nginxLine),
    log(
      "apache-vhost-combined", "Apache httpd with Debian's `vhost_combined`: host:port first.",
      example: "msk.shop.example:443 " + nginxLine),
    log(
      "apache-common", "Apache httpd with `common`: without referrer and user agent.",
      example: commonLine),
    log(
      "apache-vhost-common", "Apache httpd with the host, or host:port, before `common`.",
      example: "msk.shop.example " + commonLine),
    log(
      "lighttpd", "lighttpd with its built-in format: the host in the second place.",
      example: nginxLine.replacing("203.0.113.7 -", with: "203.0.113.7 msk.shop.example")),
    log(
      "ingress-nginx", "ingress-nginx of Kubernetes with its own log format.",
      example: nginxLine + " 512 0.004 [shop-web-80] [] 10.0.0.8:8080 5316 0.004 200 9f2c"),
    log(
      "traefik-clf", "Traefik with its access log in the common format.",
      example: nginxLine + " 161 \"shop@docker\" \"http://10.0.0.8:80\" 22ms"),
    log(
      "haproxy-http", "HAProxy with `option httplog`, whose times are in the server's own zone.",
      example: proxyLine),
    log(
      "traefik-json", "Traefik with its access log as JSON.",
      example: traefikLine),
    log(
      "nginx-json", "nginx with a JSON object a line, under the keys that people mostly use.",
      example: jsonLine),
    log(
      "caddy-json", "Caddy 2 with its JSON access log.",
      example: caddyLine),
    log(
      "iis-w3c", "IIS and others with the W3C extended format: fields named by `#Fields`.",
      example: w3cLines),
    log(
      "cloudfront", "Amazon CloudFront with its standard log: `#Fields`, tabs.",
      example: cloudFrontLines),
    log(
      "cloudfront-json", "Amazon CloudFront with its standard log (v2) as JSON.",
      example: cloudFrontJSON),
    log(
      "aws-alb", "AWS Application Load Balancer; it has no referrers.",
      example: balancerLine),
  ]

  private static let commonLine =
    "203.0.113.7 - - [03/May/2026:10:15:00 +0300] \"GET / HTTP/1.1\" 200 5316"

  private static let nginxLine =
    "203.0.113.7 - - [03/May/2026:10:15:00 +0300] \"GET /cart?utm_source=yandex HTTP/1.1\" 200 "
    + "5316 \"https://yandex.ru/\" \"Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0\""

  private static let jsonLine =
    #"{"time_iso8601":"2026-05-03T10:15:00+03:00","remote_addr":"203.0.113.7","#
    + #""request":"GET /cart?utm_source=yandex HTTP/1.1","status":"200","body_bytes_sent":"5316","#
    + #""http_referer":"https://yandex.ru/","host":"msk.shop.example","#
    + #""http_user_agent":"Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"}"#

  private static let proxyLine =
    "May  3 10:15:00 lb haproxy[14389]: 203.0.113.7:33317 [03/May/2026:10:15:00.655] http-in "
    + "static/srv1 10/0/30/69/109 200 5316 - - ---- 1/1/1/1/0 0/0 {} "
    + "\"GET /cart?utm_source=yandex HTTP/1.1\""

  private static let traefikLine =
    #"{"ClientAddr":"203.0.113.7:52458","ClientHost":"203.0.113.7","DownstreamContentSize":5316,"#
    + #""DownstreamStatus":200,"RequestHost":"msk.shop.example","RequestMethod":"GET","#
    + #""RequestPath":"/cart?utm_source=yandex","StartUTC":"2026-05-03T07:15:00.1Z","level":"info","#
    + #""msg":"","request_Referer":"https://yandex.ru/","#
    + #""request_User-Agent":"Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"}"#

  private static let caddyLine =
    #"{"level":"info","ts":1777792500.25,"logger":"http.log.access","msg":"handled request","#
    + #""request":{"remote_ip":"203.0.113.7","client_ip":"203.0.113.7","proto":"HTTP/2.0","#
    + #""method":"GET","host":"msk.shop.example","uri":"/cart?utm_source=yandex","headers":"#
    + #"{"User-Agent":["Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"],"#
    + #""Referer":["https://yandex.ru/"]}},"duration":0.004,"size":5316,"status":200}"#

  private static let w3cLines =
    "#Software: Microsoft Internet Information Services 10.0\n"
    + "#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip cs(User-Agent) cs(Referer) "
    + "cs-host sc-status sc-bytes\n"
    + "2026-05-03 07:15:00 GET /cart utm_source=yandex 203.0.113.7 "
    + "Mozilla/5.0+(Windows+NT+10.0)+Firefox/140.0 https://yandex.ru/ msk.shop.example 200 5316"

  private static let cloudFrontLines =
    "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) "
    + "cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-host-header "
    + "x-forwarded-for\n"
    + "2026-05-03\t07:15:00\tFRA2\t5316\t203.0.113.7\tGET\td1.cloudfront.net\t/cart\t200\t"
    + "https://yandex.ru/\tMozilla/5.0%20(X11)\tutm_source=yandex\t-\tmsk.shop.example\t-"

  private static let cloudFrontJSON =
    #"{"date":"2026-05-03","time":"07:15:00","x-edge-location":"FRA2","sc-bytes":"5316","#
    + #""c-ip":"203.0.113.7","cs-method":"GET","cs(Host)":"d1.cloudfront.net","#
    + #""cs-uri-stem":"/cart","sc-status":"200","cs(Referer)":"https://yandex.ru/","#
    + #""cs(User-Agent)":"Mozilla/5.0%20(X11)","cs-uri-query":"utm_source=yandex","#
    + #""x-host-header":"msk.shop.example"}"#

  private static let balancerLine =
    "https 2026-05-03T07:15:00.166351Z app/shop/50dc6c495c0c9188 203.0.113.7:51234 10.0.0.1:80 "
    + "0.001 0.020 0.000 200 200 340 5316 "
    + "\"GET https://msk.shop.example:443/cart?utm_source=yandex HTTP/2.0\" "
    + "\"Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0\" "
    + "TLS_AES_128_GCM_SHA256 TLSv1.3 arn:aws:elasticloadbalancing:shop \"Root=1-58337262\" "
    + "\"msk.shop.example\" \"arn:aws:acm:shop\" 1 2026-05-03T07:14:59.364000Z \"forward\" "
    + "\"-\" \"-\" \"10.0.0.1:80\" \"200\" \"-\" \"-\""

  static func log(_ name: String, _ summary: String, example: String) -> NamedFormat {
    NamedFormat(name, [.clickstream], summary, example: example)
  }
}
