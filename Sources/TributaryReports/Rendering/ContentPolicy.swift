import Foundation
import TributaryModel

/// What a browser may do with a page: nothing but our own style sheet and script.
///
/// Source: W3C, Content Security Policy Level 3, section 2.3.1 (hash-source).
enum ContentPolicy {
  static let text = [
    "default-src 'none'",
    "style-src '\(hashSource(StyleSheet.text))'",
    "script-src '\(hashSource(PageScript.text))'",
    "img-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].joined(separator: "; ")

  /// `sha256-` and the hash of the element's text in base64.
  static func hashSource(_ text: String) -> String {
    "sha256-" + Foundation.Data(SHA256.hash(Array(text.utf8))).base64EncodedString()
  }
}
