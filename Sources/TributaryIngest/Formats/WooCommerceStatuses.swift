extension FormatRegistry {
  /// WooCommerce's statuses, in small letters, as it stores and as it shows them.
  ///
  /// Its Analytics count what is processing, on hold or completed; pending is `unpaid` and no revenue
  /// before it is paid, drafts and the trash are no orders.
  /// Source: WooCommerce documentation, "Order statuses"; the plugin's translations.
  static let wooStatuses: [String: String] = {
    let words: [String: [String]] = [
      "delivered": [
        "completed", "abgeschlossen", "fertiggestellt", "terminée", "выполнен", "completado",
        "completato", "zakończone", "afgerond",
      ],
      "cancelled": [
        "failed", "cancelled", "canceled", "fehlgeschlagen", "storniert", "échouée", "échoué",
        "annulée", "не удался", "неудача", "отменён", "отменен", "fallido", "cancelado", "fallito",
        "annullato", "nie udało się", "anulowane", "mislukt", "geannuleerd",
      ],
      "refunded": [
        "refunded", "rückerstattet", "erstattet", "remboursée", "возвращён", "возвращен",
        "возврат", "reembolsado", "rimborsato", "zwrócone", "terugbetaald",
      ],
      "unpaid": [
        "pending", "pending payment", "ausstehende zahlung", "zahlung ausstehend",
        "en attente de paiement", "attente paiement", "в ожидании оплаты", "ожидается оплата",
        "ожидает оплаты", "pendiente de pago", "in attesa di pagamento",
        "oczekuje na płatność", "oczekujące na płatność", "in afwachting van betaling",
      ],
      "draft": [
        "draft", "auto-draft", "checkout-draft", "entwurf", "brouillon", "черновик", "borrador",
        "bozza", "szkic", "concept",
      ],
      "trash": ["trash", "papierkorb", "corbeille", "корзина", "papelera", "cestino", "kosz"],
    ]
    var statuses: [String: String] = [:]
    for (status, names) in words {
      for name in names {
        statuses[name] = status
        statuses["wc-" + name] = status
      }
    }
    return statuses
  }()
}
