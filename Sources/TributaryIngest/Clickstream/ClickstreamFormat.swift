/// How the lines of a log are laid out: a preset, or a log format string of nginx or Apache.
///
/// Shape: a record with names, or literals and fields in turn. `"$request" $status` is
/// ```
///  literal `"`   field request, ends at `" `   field status, ends with the line
/// ```
public struct ClickstreamFormat: Sendable {
  /// The preset's name, or the format string.
  public let name: String
  let layout: Layout

  indirect enum Layout: Sendable {
    case pattern([LogFormatPart])
    case record(LineLayout)
  }

  /// The format of a preset's name or of a format string.
  ///
  /// - Parameter columns: what a log says -> the key or header that says it; see `LogColumn`.
  ///   Format `json` has no others.
  /// Errors: `unknownFormat` for an unknown name, `badOption` for a string that cannot be read and
  /// for columns that make no log.
  public init(_ text: String, columns: [String: String] = [:]) throws(IngestError) {
    if text == ClickstreamFormat.ownKeys {
      let layout = try LogColumn.layout(columns)
      self.init(name: text, layout: .record(layout))
    } else if let record = LineLayout.named[text] {
      let layout = try LogColumn.adding(columns, to: record)
      self.init(name: text, layout: .record(layout))
    } else if !columns.isEmpty {
      throw IngestError(
        .badOption, path: "columns",
        message: "expected columns beside a format whose fields have names, such as json, found "
          + "them beside '\(text)', where they do nothing; remove them")
    } else if let preset = ClickstreamFormat.presets[text] {
      self.init(name: text, layout: .pattern(try LogFormatCompiler.compile(preset)))
    } else if text.contains("$") || text.contains("%") {
      self.init(name: text, layout: .pattern(try LogFormatCompiler.compile(text)))
    } else {
      throw IngestError(
        .unknownFormat, path: "format",
        message: "expected a log format such as nginx-combined, or a format string, found "
          + "'\(text)'; `tributary formats` lists them")
    }
  }

  init(name: String, layout: Layout) {
    self.name = name
    self.layout = layout
  }

  /// The format whose keys only `columns` names.
  static let ownKeys = "json"

  /// The format that reads the keys that it knows, whichever program wrote them.
  static let anyKeys = "nginx-json"

  /// Whether lines of other programs than servers may read as this format.
  var mayBeOfPrograms: Bool {
    name == ClickstreamFormat.ownKeys || name == ClickstreamFormat.anyKeys
  }

  /// Log format strings of the named formats.
  static let presets: [String: String] = [
    "nginx-combined": nginx,
    "nginx-main": nginx + " \"$http_x_forwarded_for\"",
    "nginx-vhost-combined": "$host " + nginx,
    "apache-combined": apache,
    "apache-vhost-combined": "%v:%p " + apache.replacingByteCount(),
    "apache-common": "%h %l %u %t \"%r\" %>s %b",
    "apache-vhost-common": "%v %h %l %u %t \"%r\" %>s %b",
    "lighttpd": "%h %V %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"",
    "ingress-nginx": nginx + " $request_length $request_time [$proxy_upstream_name]",
    "traefik-clf": nginx + " $traefik_count \"$traefik_router\" \"$traefik_server\"",
    "haproxy-http": proxy,
    "aws-alb": balancer,
  ]

  private static let nginx =
    "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent "
    + "\"$http_referer\" \"$http_user_agent\""
  private static let apache =
    "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\""

  /// Source: HAProxy, "HTTP log format" (`option httplog`). Captured headers may stand in braces
  /// after the queues; what they hold is not told.
  private static let proxy =
    "$haproxy_client [$time_local] $haproxy_frontend $haproxy_backend $haproxy_timers $status "
    + "$bytes_sent $haproxy_cookie $haproxy_set_cookie $haproxy_end $haproxy_connections "
    + "$haproxy_queues \"$request\""

  /// Source: AWS, "Access logs for your Application Load Balancer"; its variables are our names.
  private static let balancer =
    "$alb_type $time_iso8601 $alb_elb $alb_client $alb_target $alb_request_seconds "
    + "$alb_target_seconds $alb_response_seconds $status $alb_target_status $alb_received "
    + "$bytes_sent \"$alb_request\" \"$http_user_agent\" $alb_cipher $alb_protocol "
    + "$alb_target_group \"$alb_trace\" \"$alb_domain_name\""
}

extension String {
  /// Debian's vhost_combined counts bytes with headers.
  fileprivate func replacingByteCount() -> String { replacing(" %b ", with: " %O ") }
}

/// A piece of a log format.
enum LogFormatPart: Hashable, Sendable {
  case literal([UInt8])
  case field(LogField)
}
