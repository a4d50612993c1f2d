import TributaryModel

/// How `tributary parse` writes a record.
public enum RecordOutput: String, Sendable, CaseIterable {
  /// One JSON object a line.
  case json
  /// A header line, then tab-separated values; tab, line ends and backslash escaped, empty for
  /// null.
  case tsv
}

/// One value of a printed record.
enum PrintedValue {
  case null
  case text(String)
  /// Printed as it stands: a number, true or false.
  case bare(String)

  static func instant(_ milliseconds: Int64) -> PrintedValue {
    .text(Instant(milliseconds: milliseconds).description)
  }
}

/// Records written as bytes.
struct RecordWriter {
  private let output: RecordOutput
  private let keys: [[UInt8]]
  /// `"key":`
  private var quotedKeys: [[UInt8]] = []
  private(set) var bytes: [UInt8] = []
  private var hasHeader = false

  init(_ output: RecordOutput, keys: [String]) {
    self.output = output
    self.keys = keys.map { Array($0.utf8) }
    var names: [[UInt8]] = []
    for key in self.keys {
      quote(key)
      bytes.append(UInt8(ascii: ":"))
      names.append(bytes)
      bytes = []
    }
    quotedKeys = names
  }

  mutating func take() -> [UInt8] {
    var full: [UInt8] = []
    full.reserveCapacity(bytes.capacity)
    swap(&full, &bytes)
    return full
  }

  /// Writes one record; as many values as keys.
  mutating func write(_ values: [PrintedValue]) {
    switch output {
    case .json: writeJSON(values)
    case .tsv: writeTSV(values)
    }
    bytes.append(10)
  }

  private mutating func writeJSON(_ values: [PrintedValue]) {
    bytes.append(UInt8(ascii: "{"))
    for (index, (key, value)) in zip(quotedKeys, values).enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += key
      switch value {
      case .null: bytes += Array("null".utf8)
      case .bare(let text): bytes += Array(text.utf8)
      case .text(let text): quote(Array(text.utf8))
      }
    }
    bytes.append(UInt8(ascii: "}"))
  }

  /// Source: RFC 8259, section 7. C1 controls and DEL are escaped too: they steer terminals.
  private mutating func quote(_ text: [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if text.allSatisfy({ $0 >= 0x20 && $0 < 0x7f && $0 != 0x22 && $0 != 0x5c }) {
      bytes += text
      bytes.append(UInt8(ascii: "\""))
      return
    }
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "\""), 0x5c: bytes += [0x5c, byte]
      case 10: bytes += Array("\\n".utf8)
      case 13: bytes += Array("\\r".utf8)
      case 9: bytes += Array("\\t".utf8)
      case 0..<0x20, 0x7f: escape(byte)
      case 0xc2 where index + 1 < text.count && text[index + 1] < 0xa0: continue
      case 0x80..<0xa0 where index > 0 && text[index - 1] == 0xc2: escape(byte)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    let digits = String(byte, radix: 16)
    bytes += Array(("\\u00" + (digits.count == 1 ? "0" : "") + digits).utf8)
  }

  private mutating func writeTSV(_ values: [PrintedValue]) {
    if !hasHeader {
      hasHeader = true
      bytes += Array(keys.joined(separator: [9])) + [10]
    }
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(9) }
      switch value {
      case .null: continue
      case .bare(let text): bytes += Array(text.utf8)
      case .text(let text):
        for byte in PrintableText.of(text, keeping: "\t\n\r").utf8 {
          switch byte {
          case 9: bytes += Array("\\t".utf8)
          case 10: bytes += Array("\\n".utf8)
          case 13: bytes += Array("\\r".utf8)
          case 0x5c: bytes += [0x5c, 0x5c]
          default: bytes.append(byte)
          }
        }
      }
    }
  }
}
