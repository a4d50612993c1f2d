import TributaryModel

extension FormatRegistry {
  /// What banks say about money that came.
  static let banks = [oneCBank]

  /// Source: 1C, "Standard of exchange with bank client systems", version 1.03. See
  /// `BankDocumentCutter` for which documents are taken and what is worked out of one.
  private static let oneCBank = NamedFormat(
    "1c-bank", [.payments, .adPayments],
    "A bank statement as banks write it for 1C (`1CClientBankExchange`): what came in, or went "
      + "to the ad platforms that `values` names.",
    aliases: [
      "payment_id": [BankDocumentCutter.identity], "paid_at": ["ДатаПоступило", "ДатаСписано"],
      "amount": ["Сумма"], "currency": [BankDocumentCutter.currency],
      "invoice_id": [BankDocumentCutter.invoice],
      "source": [BankDocumentCutter.source, "ПолучательИНН"],
    ],
    layout: .bankStatement,
    example: """
      1CClientBankExchange
      ВерсияФормата=1.03
      Кодировка=Windows
      РасчСчет=40702810900000000001
      СекцияДокумент=Платежное поручение
      Номер=17
      Дата=03.05.2026
      Сумма=10000.00
      ПлательщикСчет=40702810200000000002
      ПолучательСчет=40702810900000000001
      ДатаПоступило=04.05.2026
      НазначениеПлатежа=Оплата по счету № 123 от 01.05.2026
      КонецДокумента
      КонецФайла
      """)
}
