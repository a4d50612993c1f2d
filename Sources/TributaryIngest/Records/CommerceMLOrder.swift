import TributaryModel

/// The fields of an order in a CommerceML document, by the names of its elements and requisites.
struct CommerceMLOrder {
  let fields: [String: String]
  private let tree: XMLTree

  static let articlePrefix = "Товар/"

  init(_ tree: XMLTree, _ document: Int) {
    self.tree = tree
    var fields = CommerceMLOrder.leaves(tree, document)
    if let date = fields["Дата"], !date.contains(":"), let time = fields["Время"] {
      fields["Дата"] = date + " " + time
    }
    CommerceMLOrder.settleStatus(&fields)
    fields["Валюта"] = fields["Валюта"].map { CommerceMLOrder.currencies[$0] ?? $0 }
    fields.merge(CommerceMLOrder.customer(tree, document)) { own, _ in own }
    let discounts = tree.all(["Скидки", "Скидка"], under: document)
      .filter { tree.text("УчтеноВСумме", of: $0).map(CommerceMLOrder.isTrue) ?? true }
    // Of several discounts the sum would be needed, and each may be a part of the next.
    if discounts.count == 1 { fields["Скидка"] = tree.text("Сумма", of: discounts[0]) }
    self.fields = fields
  }

  /// The order's fields with those of one article before whose names stands `Товар/`.
  func fields(ofArticle article: Int) -> [String: String] {
    var result = fields
    for (name, value) in CommerceMLOrder.leaves(tree, article) {
      result[CommerceMLOrder.articlePrefix + name] = value
    }
    return result
  }

  /// Whether an article is delivery or another service.
  static func isService(_ fields: [String: String]) -> Bool {
    fields[articlePrefix + "ТипНоменклатуры"]?.lowercased() == "услуга"
      || fields[articlePrefix + "Ид"]?.hasPrefix("ORDER_DELIVERY") == true
  }

  /// Texts of an element's children, then of its requisites that no child is named like. 1C's
  /// empty dates are left out.
  private static func leaves(_ tree: XMLTree, _ element: Int) -> [String: String] {
    var result: [String: String] = [:]
    for child in tree.children(of: element) where tree.children(of: child).isEmpty {
      guard let text = tree.trimmed(child), !isEmptyDate(text) else { continue }
      let name = tree.elements[child].name
      if result[name] == nil { result[name] = text }
    }
    for requisite in tree.all(["ЗначенияРеквизитов", "ЗначениеРеквизита"], under: element) {
      guard let name = tree.text("Наименование", of: requisite), result[name] == nil,
        let value = tree.text("Значение", of: requisite), !isEmptyDate(value)
      else { continue }
      result[name] = value
    }
    return result
  }

  private static func isEmptyDate(_ text: String) -> Bool {
    ["0001-01-01", "01.01.0001", "0000-00-00"].contains(where: text.hasPrefix)
  }

  /// Cancelled and deleted orders say so beside their status; times count only where their fact does.
  private static func settleStatus(_ fields: inout [String: String]) {
    if ["Отменен", "Отменён", "ПометкаУдаления", "Пометка удаления", "Удален", "Удалён"]
      .contains(where: { fields[$0].map(isTrue) == true })
    {
      fields["Статус заказа"] = "cancelled"
      fields["Дата отмены"] =
        fields["Дата отмены"] ?? fields["Дата изменения статуса"] ?? fields["Дата"]
    } else {
      fields["Дата отмены"] = nil
      fields["Причина отмены"] = nil
    }
    if fields["Заказ оплачен"].map(isTrue) == false { fields["Дата оплаты"] = nil }
  }

  private static func isTrue(_ text: String) -> Bool {
    ["true", "1", "да", "y", "yes", "истина"].contains(text.lowercased())
  }

  private static let currencies = ["643": "RUB", "810": "RUB", "840": "USD", "978": "EUR"]

  /// Phone, e-mail and city of the buyer.
  private static func customer(_ tree: XMLTree, _ document: Int) -> [String: String] {
    let parties = tree.all(["Контрагенты", "Контрагент"], under: document)
    let buyer = parties.first { tree.text("Роль", of: $0) == "Покупатель" } ?? parties.first
    guard let buyer else { return [:] }
    var result: [String: String] = [:]
    for contact in tree.all(["Контакты", "Контакт"], under: buyer) {
      let type = (tree.text("Тип", of: contact) ?? "").lowercased()
      guard let value = tree.text("Значение", of: contact) else { continue }
      let isMail = value.contains("@") && ["почт", "mail"].contains(where: type.contains)
      let isPhone = ["телефон", "мобильн", "phone"].contains(where: type.contains)
      let name = isMail ? "Контакт/Почта" : isPhone ? "Контакт/Телефон" : ""
      if !name.isEmpty, result[name] == nil { result[name] = value }
    }
    for name in ["Адрес", "АдресРегистрации", "ЮридическийАдрес"] {
      for field in tree.all([name, "АдресноеПоле"], under: buyer) {
        guard let type = tree.text("Тип", of: field), result["Город"] == nil,
          ["Город", "Населенный пункт"].contains(type)
        else { continue }
        result["Город"] = tree.text("Значение", of: field)
      }
    }
    return result
  }
}
