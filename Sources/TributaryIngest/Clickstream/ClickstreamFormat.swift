/// How the lines of a log are laid out: a preset, or a log format string of nginx or Apache.
///
/// Shape: literals and fields in turn. `"$request" $status` is
/// ```
///  literal `"`   field request, ends at `" `   field status, ends with the line
/// ```
public struct ClickstreamFormat: Sendable {
  /// The preset's name, or the format string.
  public let name: String
  let parts: [LogFormatPart]
  /// Whether a line may go on after a space: servers like to append fields to a known format.
  let allowsMore: Bool

  /// The format of a preset's name or of a format string.
  ///
  /// Errors: `unknownFormat` for an unknown name, `badOption` for a string that cannot be read.
  public init(_ text: String) throws(IngestError) {
    if let preset = ClickstreamFormat.presets[text] {
      self.init(name: text, parts: try LogFormatCompiler.compile(preset), allowsMore: true)
    } else if text.contains("$") || text.contains("%") {
      self.init(name: text, parts: try LogFormatCompiler.compile(text), allowsMore: false)
    } else {
      throw IngestError(
        .unknownFormat, path: "format",
        message: "expected a log format such as nginx-combined, or a format string, found "
          + "'\(text)'; `tributary formats` lists them")
    }
  }

  init(name: String, parts: [LogFormatPart], allowsMore: Bool) {
    self.name = name
    self.parts = parts
    self.allowsMore = allowsMore
  }

  /// Fields that say something to the reader.
  var knownFields: Int {
    parts.filter { part in
      if case .field(let field) = part { field != .ignored } else { false }
    }.count
  }

  /// Log format strings of the named formats.
  static let presets: [String: String] = [
    "nginx-combined": nginx,
    "nginx-main": nginx + " \"$http_x_forwarded_for\"",
    "nginx-vhost-combined": "$host " + nginx,
    "apache-combined": apache,
    "apache-vhost-combined": "%v:%p " + apache.replacingByteCount(),
    "apache-common": "%h %l %u %t \"%r\" %>s %b",
  ]

  private static let nginx =
    "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent "
    + "\"$http_referer\" \"$http_user_agent\""
  private static let apache =
    "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\""
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
