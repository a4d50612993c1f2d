import TributaryModel

extension FormatRegistry {
  /// The shop's address must be declared: else its own replies would count as letters.
  /// Source: RFC 4155 (mbox), RFC 5322. For `letters`, what the shop itself wrote is filtered when
  /// `constants` names its address as `mailbox`. For `letter_replies`, messages without
  /// In-Reply-To and References are filtered, and those of others likewise. A thread is named by its
  /// first message.
  static let mail = NamedFormat(
    "mail", [.letters, .letterReplies],
    "A mailbox (mbox), or files of one message each (Maildir, eml): headers only; replies tell "
      + "when the shop answered.",
    aliases: [
      "letter_id": ["Message-ID"], "received_at": ["Date"], "from_email": ["From"],
      "mailbox": ["Delivered-To", "X-Original-To", "To"], "replied_at": ["Date"],
      "thread_id": ["References"],
    ],
    layout: .mail,
    needs: ["constants: {mailbox: \"sales@shop.example\"}"],
    example: """
      From ann@example.com Sun May  3 10:15:04 2026
      From: Ann Lee <ann@example.com>
      To: sales@shop.example
      Date: Sun, 3 May 2026 10:15:00 +0300
      Message-ID: <a1@example.com>
      Subject: Mugs

      Have you got mugs?
      """)
}
