import TributaryModel

/// Makes records of the orders among the documents of a CommerceML file.
///
/// For a table with a `sku` each article of an order is a record, else each order. What is no
/// order (`ХозОперация`: payments, shipments), and delivery among the articles, is filtered: a
/// record without cells.
/// Source: CommerceML 2.10; 1C-Bitrix, "Exchange with 1C", for the requisites of orders.
struct CommerceMLCutter {
  private let keys: WantedKeys
  private let takesLines: Bool

  var positions: [Int?] { keys.positions }

  init(_ columns: [Column], _ options: TableOptions) {
    keys = WantedKeys(columns, options)
    takesLines = columns.contains { $0.name == "sku" }
  }

  /// - Parameter text: the document inside the file's root.
  func records(of text: String, _ blank: Record) -> [Record] {
    var record = blank
    let tree: XMLTree
    do {
      tree = try XMLTree(text)
    } catch {
      record.problem = .malformed
      record.complaint =
        "expected well-formed XML in this Документ, found it broken (\(error.reason)); "
        + "export the file again"
      return [record]
    }
    guard let document = tree.children(of: 0).first else { return [record] }
    guard let operation = tree.text("ХозОперация", of: document) else {
      record.problem = .missingValue
      record.complaint =
        "expected ХозОперация, which says whether a Документ is an order, found none"
      return [record]
    }
    guard operation.lowercased() == "заказ товара" else { return [record] }
    let order = CommerceMLOrder(tree, document)
    guard takesLines else {
      keys.cut(order.fields, into: &record)
      return [record]
    }
    return tree.all(["Товары", "Товар"], under: document).map { article in
      var record = blank
      let fields = order.fields(ofArticle: article)
      if !CommerceMLOrder.isService(fields) { keys.cut(fields, into: &record) }
      return record
    }
  }
}
