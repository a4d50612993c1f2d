/// The places of a line's fields in the bytes that hold their text: the line itself, or decoded
/// text made from it.
struct LineFields {
  /// By raw value of `LogSlot`; a loop that fills them all does so in place.
  var places = Array(repeating: Place(), count: LogSlot.allCases.count)

  /// Half-open; before 0 for a field that the line or its format lacks, empty for one left empty.
  struct Place {
    var start = -1
    var end = -1
  }

  /// Whether the line has the field, be it empty.
  func has(_ slot: LogSlot) -> Bool { places[slot.rawValue].start >= 0 }

  /// The place of a field, or nil where it is missing, empty or `-`.
  func place(_ slot: LogSlot, in bytes: borrowing Span<UInt8>) -> Range<Int>? {
    let place = places[slot.rawValue]
    guard place.start < place.end else { return nil }
    if place.end - place.start == 1, bytes[place.start] == UInt8(ascii: "-") { return nil }
    return place.start..<place.end
  }

  /// Whether the field has a value.
  func isFilled(_ slot: LogSlot) -> Bool {
    places[slot.rawValue].start < places[slot.rawValue].end
  }

  mutating func set(_ slot: LogSlot, _ place: Range<Int>) {
    places[slot.rawValue] = Place(start: place.lowerBound, end: place.upperBound)
  }

  mutating func clear() {
    for index in places.indices { places[index] = Place() }
  }
}

/// What a log wrote for bytes that would end a field.
enum LogEscapes: Sendable {
  /// `\xHH`, `\"`, `\\`: nginx, Apache.
  case backslash
  /// The text is decoded: a backslash is a backslash.
  case none
}
