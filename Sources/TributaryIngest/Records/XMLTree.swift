import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A small XML document as a tree of elements; attributes are left out.
struct XMLTree {
  /// In the order of their start tags; the first is the root.
  private(set) var elements: [Element] = []

  struct Element {
    let name: String
    var text = ""
    var children: [Int] = []
  }

  /// Why a text is no XML: what the parser says.
  struct Failure: Error {
    let reason: String
  }

  /// Elements may be so deep, and so many.
  private static let mostDepth = 64
  private static let mostElements = 200_000

  /// Reads a text of at most some megabytes: `XMLParser(data:)` fails on longer ones.
  init(_ text: String) throws(Failure) {
    let reader = Reader()
    let parser = XMLParser(data: Foundation.Data(text.utf8))
    parser.shouldResolveExternalEntities = false
    parser.delegate = reader
    // A text that is cut short is parsed with success: only the delegate is told.
    let isRead = parser.parse()
    guard isRead, reader.failure == nil else {
      throw Failure(reason: reader.failure ?? "of unknown reason")
    }
    elements = reader.elements
  }

  /// The children of that name; of all names when nil.
  func children(of element: Int, _ name: String? = nil) -> [Int] {
    guard elements.indices.contains(element) else { return [] }
    return elements[element].children.filter { name == nil || elements[$0].name == name }
  }

  /// The elements at that path below one.
  func all(_ path: [String], under element: Int) -> [Int] {
    path.reduce([element]) { found, name in found.flatMap { children(of: $0, name) } }
  }

  /// The text of the first child of that name, without spaces around it; nil when it is empty.
  func text(_ name: String, of element: Int) -> String? {
    children(of: element, name).lazy.compactMap(trimmed).first
  }

  func trimmed(_ element: Int) -> String? {
    let text = CellReader.trimmed(elements[element].text)
    return text.isEmpty ? nil : text
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    var failure: String?
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      guard open.count < XMLTree.mostDepth, elements.count < XMLTree.mostElements else {
        failure = "too many elements"
        parser.abortParsing()
        return
      }
      if let parent = open.last { elements[parent].children.append(elements.count) }
      open.append(elements.count)
      elements.append(Element(name: name))
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      _ = open.popLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if let element = open.last { elements[element].text += text }
    }

    func parser(_ parser: XMLParser, foundCDATA block: Foundation.Data) {
      if let element = open.last {
        elements[element].text += String(decoding: block, as: UTF8.self)
      }
    }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
      failure = failure ?? "code \((error as NSError).code) in its line \(parser.lineNumber)"
    }
  }
}
