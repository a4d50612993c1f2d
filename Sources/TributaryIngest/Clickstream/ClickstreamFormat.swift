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
    /// Whether a line may go on after a space: servers like to append fields to a known format.
    case pattern([LogFormatPart], allowsMore: Bool)
    case record(LineLayout)
  }

  /// The format of a preset's name or of a format string.
  ///
  /// Errors: `unknownFormat` for an unknown name, `badOption` for a string that cannot be read.
  public init(_ text: String) throws(IngestError) {
    if let preset = ClickstreamFormat.presets[text] {
      let parts = try LogFormatCompiler.compile(preset)
      self.init(name: text, layout: .pattern(parts, allowsMore: true))
    } else if let record = LineLayout.named[text] {
      self.init(name: text, layout: .record(record))
    } else if text.contains("$") || text.contains("%") {
      let parts = try LogFormatCompiler.compile(text)
      self.init(name: text, layout: .pattern(parts, allowsMore: false))
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

  /// Log format strings of the named formats.
  static let presets: [String: String] = [
    "nginx-combined": nginx,
    "nginx-main": nginx + " \"$http_x_forwarded_for\"",
    "nginx-vhost-combined": "$host " + nginx,
    "apache-combined": apache,
    "apache-vhost-combined": "%v:%p " + apache.replacingByteCount(),
    "apache-common": "%h %l %u %t \"%r\" %>s %b",
    "aws-alb": balancer,
  ]

  private static let nginx =
    "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent "
    + "\"$http_referer\" \"$http_user_agent\""
  private static let apache =
    "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\""

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
