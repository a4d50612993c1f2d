import TributaryAnalysis
import TributaryModel

/// The names of the vocabulary's fixed words.
extension Words {
  func name(_ source: SourceKind) -> String {
    switch source {
    case .clickstream: say("Site log", "Журнал сайта")
    case .orders: say("Orders", "Заказы")
    case .orderLines: say("Order lines", "Строки заказов")
    case .orderStatuses: say("Order statuses", "Статусы заказов")
    case .calls: say("Calls", "Звонки")
    case .letters: say("Letters", "Письма")
    case .letterReplies: say("Replies to letters", "Ответы на письма")
    case .invoices: say("Invoices", "Счета")
    case .payments: say("Payments", "Оплаты")
    case .spend: say("Ad spend", "Расход на рекламу")
    case .adPayments: say("Payments for ads", "Оплаты рекламы")
    case .searchQueries: say("Search queries", "Поисковые запросы")
    case .geodomains: say("City domains", "Городские домены")
    case .phoneNumbers: say("Phone numbers", "Номера телефонов")
    case .calendar: say("Calendar", "Календарь")
    case .products: say("Products", "Товары")
    case .stock: say("Stock", "Остатки")
    case .exchangeRates: say("Exchange rates", "Курсы валют")
    }
  }

  func name(_ channel: Channel) -> String {
    switch channel {
    case .direct: say("Direct", "Прямые заходы")
    case .crossNetwork: say("Cross-network ads", "Смешанная реклама")
    case .paidShopping: say("Paid shopping", "Реклама: товары")
    case .paidSearch: say("Paid search", "Реклама: поиск")
    case .paidSocial: say("Paid social", "Реклама: соцсети")
    case .paidVideo: say("Paid video", "Реклама: видео")
    case .display: say("Display", "Реклама: баннеры")
    case .paidOther: say("Other paid", "Прочая реклама")
    case .organicShopping: say("Organic shopping", "Товарные площадки")
    case .organicSocial: say("Organic social", "Соцсети")
    case .organicVideo: say("Organic video", "Видео")
    case .organicSearch: say("Organic search", "Поиск")
    case .referral: say("Referral", "Ссылки с сайтов")
    case .email: say("E-mail", "Рассылки")
    case .affiliates: say("Affiliates", "Партнёры")
    case .audio: say("Audio", "Аудио")
    case .sms: say("Text messages", "СМС")
    case .mobilePush: say("Push messages", "Пуш-уведомления")
    case .aiAssistant: say("AI assistants", "Ассистенты ИИ")
    case .macroNotReplaced: say("Broken tags", "Сломанные метки")
    case .call: say("Calls", "Звонки")
    case .letter: say("Letters", "Письма")
    case .unassigned: say("Unassigned", "Не определён")
    }
  }

  func name(_ model: AttributionModel) -> String {
    switch model {
    case .first: say("First click", "Первый клик")
    case .last: say("Last touch", "Последнее касание")
    case .lastNonDirect: say("Last non-direct", "Последний непрямой")
    case .linear: say("Equal shares", "Поровну")
    case .timeDecay: say("Time decay", "С угасанием")
    case .position: say("By position", "По месту в пути")
    case .shapley: say("Shapley value", "По Шепли")
    case .markov: say("Markov chain", "Цепь Маркова")
    }
  }

  func name(_ indicator: Indicator.Name) -> String {
    switch indicator {
    case .revenue: say("Revenue", "Выручка")
    case .orders: say("Orders", "Заказы")
    case .margin: say("Margin", "Маржа")
    case .visits: say("Visits", "Визиты")
    case .conversion: say("Conversion", "Конверсия")
    case .averageOrder: say("Average order", "Средний заказ")
    case .cancelledShare: say("Cancelled", "Отменено")
    case .calls: say("Calls", "Звонки")
    case .letters: say("Letters", "Письма")
    case .spend: say("Ad spend", "Расход на рекламу")
    case .returnOnAdSpend: say("Return on ad spend", "Отдача рекламы")
    case .paidInvoiceShare: say("Invoices paid", "Оплачено счетов")
    }
  }

  func name(_ type: CampaignType) -> String {
    switch type {
    case .brand: say("brand", "бренд")
    case .generic: say("search", "поиск")
    case .upper: say("upper funnel", "верх воронки")
    case .retention: say("known buyers", "знакомые покупатели")
    }
  }
}
