/// Why a text is not JSON5, or not a JSON5 that Tributary accepts.
struct JSON5Problem: Error, Sendable, Hashable {
  let position: TextPosition
  /// `expected ..., found ...; what to do`.
  let message: String
}
