extension LogFormatCompiler {
  /// Parts in the making: neighbouring literal bytes grow together, and so do fields that make one.
  struct PartList {
    private(set) var all: [LogFormatPart] = []

    mutating func append(_ byte: UInt8) {
      if case .literal(let bytes) = all.last {
        all[all.count - 1] = .literal(bytes + [byte])
      } else {
        all.append(.literal([byte]))
      }
    }

    mutating func append(_ field: LogField) {
      if case .field(let last) = all.last, let both = PartList.joined(last, field) {
        all[all.count - 1] = .field(both)
      } else {
        all.append(.field(field))
      }
    }

    /// `$host$request_uri`, `$uri$is_args$args`, `%U%q`.
    private static func joined(_ first: LogField, _ second: LogField) -> LogField? {
      switch (first, second) {
      case (.host, .target), (.host, .path), (.url, .query): .url
      case (.path, .query), (.target, .query): .target
      case (.query, .query): .query
      default: nil
      }
    }

    /// A piece of a time: with the pieces before it, and the literal between, it is one time.
    mutating func append(_ format: LogTimeFormat) {
      if case .field(.timeFormat(let before)) = all.last {
        all[all.count - 1] = .field(.timeFormat(before + format))
      } else if all.count > 1, case .literal(let bytes) = all[all.count - 1],
        case .field(.timeFormat(let before)) = all[all.count - 2]
      {
        all.removeLast()
        all[all.count - 1] = .field(
          .timeFormat(before + LogTimeFormat(literal: bytes) + format))
      } else {
        all.append(.field(.timeFormat(format)))
      }
    }

    /// The fraction belongs to a time in letters; of others it is ignored.
    mutating func append(fractionDigits: Int) {
      let endsInTime = all.suffix(2).contains { part in
        if case .field(.timeFormat) = part { true } else { false }
      }
      if endsInTime {
        append(LogTimeFormat(fractionDigits: fractionDigits))
      } else {
        append(.ignored)
      }
    }
  }

  /// `%>s`, `%{Referer}i`, `%!200,304{X}i`: modifiers, an argument in braces, a letter.
  struct Directive {
    let argument: String?
    let letter: Character

    init(_ text: [UInt8], at index: inout Int, _ whole: String) throws(IngestError) {
      var argument: String?
      while index < text.count {
        let byte = text[index]
        index += 1
        if byte == UInt8(ascii: "{") {
          let end = text[index...].firstIndex(of: UInt8(ascii: "}")) ?? text.count
          argument = String(decoding: text[index..<end], as: UTF8.self)
          index = min(end + 1, text.count)
        } else if "<>!,0123456789".utf8.contains(byte) {
          continue
        } else {
          // `%{X}^ti` and `%{X}^to` are trailers: two letters more.
          let isTrailer = byte == UInt8(ascii: "^")
          if isTrailer { index = min(index + 2, text.count) }
          self.argument = argument
          letter = isTrailer ? "o" : Character(Unicode.Scalar(byte))
          return
        }
      }
      throw LogFormatCompiler.unreadable("a % at the end", whole, "write %% for a percent sign")
    }
  }
}
