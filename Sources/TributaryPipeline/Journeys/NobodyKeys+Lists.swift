extension NobodyKeys {
  /// What programs and people write for "not known", in some languages.
  static let words = [
    "undefined", "null", "nil", "none", "NaN", "n/a", "na", "[object Object]", "unknown",
    "anonymous", "anonym", "guest", "nobody", "noname", "empty", "blank", "void", "missing",
    "invalid", "default", "test", "no", "not set", "(not set)", "(none)", "not provided",
    "(not provided)", "not available", "not specified", "unspecified", "not_authenticated",
    "false", "true", "...", "?", "-", "--", "_", "0.0", "-1", "xxx", "#N/A", "#REF!", "#VALUE!",
    // The name of the field in place of its value, and templates that nobody filled in.
    "id", "email", "phone", "distinct_id", "distinctid", "user_id", "userid", "client_id",
    "clientid", "anonymous_id", "<null>", "<nil>", "{}", "[]", "''", "\"\"", "%s", "%d",
    "{{client_id}}", "{{user_id}}", "{client_id}", "{user_id}", "${client_id}", "${user_id}",
    "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
    // Ids that broken libraries gave to everyone.
    "lmy47d", "9774d56d682e549c",
    "нет", "нет данных", "неизвестно", "неизвестен", "неизвестный", "не задан", "не задано",
    "не указан", "не указано", "не указана", "не определено", "отсутствует", "аноним", "гость",
    "пусто", "прочерк", "тест", "без карты", "нет карты", "без номера", "немає", "невідомо",
    "жоқ", "белгісіз",
    "unbekannt", "keine", "keiner", "kein", "leer", "gast", "inconnu", "aucun", "aucune",
    "invité", "desconocido", "ninguno", "ninguna", "invitado", "desconhecido", "nenhum",
    "convidado", "sconosciuto", "nessuno", "ospite", "onbekend", "geen", "nieznany", "brak",
    "gość", "neznámý", "bilinmiyor", "yok", "misafir", "未知", "无", "不明", "なし", "없음",
  ]

  /// Zero, one digit many times, and the digits in their order.
  static let numbers: [String] = {
    var numbers = ["70000000000", "1234567", "12345678", "123456789", "1234567890", "71234567890"]
    for count in 1...20 { numbers.append(String(repeating: "0", count: count)) }
    for digit in 1...9 {
      for count in 4...20 { numbers.append(String(repeating: String(digit), count: count)) }
      numbers.append("7" + String(repeating: String(digit), count: 10))
    }
    return numbers
  }()

  /// Made-up addresses whose domain could receive mail.
  static let addresses: [String] = {
    let names = [
      "no", "none", "net", "noemail", "no-email", "no_email", "nomail", "no-mail", "test",
      "example",
      "a", "1", "111", "123", "12345", "qwerty", "asdf", "xxx", "unknown", "anonymous", "guest",
      "null", "undefined", "noname", "nobody",
    ]
    let hosts = [
      "email.ru", "email.com", "mail.ru", "mail.com", "gmail.com", "yandex.ru", "example.com",
      "example.org", "test.ru", "test.com",
    ]
    var addresses = [
      "mail@mail.ru", "email@email.com", "email@email.ru", "user@example.com", "mail@example.com",
      "email@example.com",
    ]
    for name in names {
      for host in hosts + [name + ".ru", name + ".com"] { addresses.append(name + "@" + host) }
    }
    return addresses
  }()

  /// Names before the `@` by which a site's form and other programs of a shop write.
  static let senders = [
    "noreply", "no-reply", "no_reply", "no.reply", "donotreply", "do-not-reply", "robot", "bot",
    "mailer", "mailer-daemon", "postmaster", "webmaster", "www-data", "www", "root", "admin",
    "administrator", "wordpress", "bitrix", "opencart", "site", "website", "web", "form", "forms",
    "feedback", "callback", "contact", "contacts", "contactform", "order", "orders", "zakaz",
    "zayavka", "lead", "leads", "request", "requests", "notify", "notification", "notifications",
    "info", "mail", "email", "hello", "sales", "sale", "shop", "store", "support", "help", "office",
    "service", "client", "customer", "user", "guest", "test", "pos", "kassa", "noemail", "no-email",
    "system", "crm", "amocrm", "tilda", "nobody",
  ]

  /// Where anybody has a mailbox, a shop too: its neighbours there are not the shop's own.
  static let mailHouses: Set<String> = [
    "mail.ru", "bk.ru", "list.ru", "inbox.ru", "internet.ru", "yandex.ru", "yandex.com", "ya.ru",
    "rambler.ru", "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com",
    "yahoo.com", "icloud.com", "me.com", "aol.com", "proton.me", "protonmail.com", "gmx.de",
    "gmx.net", "web.de", "t-online.de", "orange.fr", "free.fr", "libero.it", "wp.pl", "o2.pl",
    "ukr.net", "qq.com", "163.com", "126.com", "naver.com",
  ]
}
