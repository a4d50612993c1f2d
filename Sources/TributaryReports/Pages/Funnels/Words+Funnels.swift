import TributaryAnalysis
import TributaryModel

/// The words of the funnels' page.
extension Words {
  var stepHead: String { say("Step", "Шаг") }
  var reachedHead: String { say("Reached", "Дошли") }
  var rateHead: String { say("Of the step before", "От прошлого шага") }
  var lostHead: String { say("Lost", "Потеряны") }
  var openHead: String { say("Still open", "Ещё возможны") }

  func topic(_ funnel: Funnel.Name) -> String {
    switch funnel {
    case .purchase: say("From a visit to the parcel", "От визита до посылки")
    case .letter: say("From a letter to the paid invoice", "От письма до оплаченного счёта")
    }
  }

  func name(_ step: Funnel.StepName) -> String {
    switch step {
    case .visit: say("Visit", "Визит")
    case .product: say("Product page", "Товар")
    case .cart: say("Cart", "Корзина")
    case .checkout: say("Checkout", "Оформление")
    case .order: say("Order", "Заказ")
    case .paid: say("Paid", "Оплачен")
    case .delivered: say("Delivered", "Вручён")
    case .letter: say("Letter", "Письмо")
    case .invoice: say("Invoice", "Счёт")
    case .invoicePaid: say("Invoice paid", "Счёт оплачен")
    }
  }

  /// The step inside a sentence.
  private func lowered(_ step: Funnel.StepName) -> String { name(step).lowercased() }

  private func way(_ from: Funnel.StepName, _ to: Funnel.StepName) -> String {
    say(
      "between \(lowered(from)) and \(lowered(to))",
      "между шагами «\(lowered(from))» и «\(lowered(to))»")
  }

  func answer(purchase: FunnelReading?, letter: FunnelReading?) -> String {
    switch (purchase?.state, letter?.state) {
    case (.loses(let loss)?, _):
      return say(
        "Look first \(way(loss.from, loss.to)): \(number(loss.lost)) buyers are lost there.",
        "Смотрите сначала \(way(loss.from, loss.to)): там потеряно \(number(loss.lost)).")
    case (nil, .loses(let loss)?), (.empty?, .loses(let loss)?):
      return say(
        "Answer letters first: \(number(loss.lost)) are lost \(way(loss.from, loss.to)).",
        "Займитесь письмами: \(way(loss.from, loss.to)) потеряно \(number(loss.lost)).")
    case (nil, _), (.empty?, _):
      return say(
        "No way to an order can be seen yet; load the site log and orders.",
        "Пути к заказу пока не видно; загрузите журнал сайта и заказы.")
    case (.tooLittle(let entered)?, _):
      return say(
        "Too few visits to judge the way to an order: \(number(entered)).",
        "Визитов мало, чтобы судить о пути к заказу: \(number(entered)).")
    case (.noneArrived(let entered)?, _):
      return say(
        "None of \(counted(entered, .visit)) ends in an order; check that order pages are in the log.",
        "Ни один визит из \(number(entered)) не кончился заказом; проверьте, есть ли страницы заказа в журнале."
      )
    case (.noneLost(let arrived, _)?, _):
      return say(
        "\(counted(arrived, .order)) and no loss after the cart.",
        "\(capitalised(counted(arrived, .order))), после корзины потерь нет.")
    }
  }

  func claim(_ funnel: Funnel.Name, _ reading: FunnelReading?) -> String {
    switch reading?.state {
    case nil, .empty?:
      return funnel == .purchase
        ? say("Where buyers leave is not known.", "Где уходят покупатели, неизвестно.")
        : say("What becomes of letters is not known.", "Что становится с письмами, неизвестно.")
    case .tooLittle(let entered)?:
      let more = number(FunnelReading.fewest(of: funnel) - entered)
      return say(
        "Too little data: \(number(entered)) entered, about \(more) more are needed.",
        "Мало данных: вошли \(number(entered)), нужно ещё около \(more).")
    case .noneArrived(let entered)?:
      return funnel == .purchase
        ? say(
          "None of \(counted(entered, .visit)) ends in an order.",
          "Ни один визит из \(number(entered)) не кончился заказом.")
        : say(
          "None of \(counted(entered, .letter)) ends in a paid invoice.",
          "Ни одно письмо из \(number(entered)) не кончилось оплатой.")
    case .noneLost(let arrived, let entered)?:
      return say(
        "\(part(arrived, of: entered)) arrive and nobody is lost.",
        "Доходят \(part(arrived, of: entered)), не потерян никто.")
    case .loses(let loss)?:
      return "\(arrival(funnel, loss)); \(lossClause(loss))."
    }
  }

  private func arrival(_ funnel: Funnel.Name, _ loss: FunnelReading.Loss) -> String {
    let share = percent(Double(loss.arrived) / Double(max(1, loss.entered)))
    return funnel == .purchase
      ? say(
        "\(part(loss.arrived, of: loss.entered)) visits order (\(share))",
        "Заказом кончаются \(part(loss.arrived, of: loss.entered)) визитов (\(share))")
      : say(
        "\(part(loss.arrived, of: loss.entered)) letters end in a paid invoice (\(share))",
        "Оплатой кончаются \(part(loss.arrived, of: loss.entered)) писем (\(share))")
  }

  private func lossClause(_ loss: FunnelReading.Loss) -> String {
    let place = way(loss.from, loss.to)
    let lost = number(loss.lost)
    switch loss.among {
    case nil:
      return say(
        "most are lost \(place): \(lost)", "больше всего теряется \(place): \(lost)")
    case .cart?:
      return say(
        "of those with a cart, most are lost \(place): \(lost)",
        "из тех, у кого есть корзина, больше всего теряется \(place): \(lost)")
    case let step?:
      return say(
        "of those past \(lowered(step)), most are lost \(place): \(lost)",
        "после шага «\(lowered(step))» больше всего теряется \(place): \(lost)")
    }
  }

  func caption(_ funnel: Funnel.Name, _ window: DayRange) -> Markup {
    funnel == .purchase
      ? rich(
        "<b>Sessions to the order, then orders</b>, \(days(window)); bar: reached the step, with the rate of the step before and its 90% range; hatched: may still come",
        "<b>Визиты до заказа, затем заказы</b>, \(days(window)); полоса: дошли до шага, рядом доля от прошлого шага и её размах; штрих: ещё могут дойти"
      )
      : rich(
        "<b>Letters</b>, \(days(window)); bar: reached the step, with the rate of the step before and its 90% range; hatched: may still come",
        "<b>Письма</b>, \(days(window)); полоса: дошли до шага, рядом доля от прошлого шага и её размах; штрих: ещё могут дойти"
      )
  }

  /// "47% (46% to 48%)"; nothing for the first step.
  func rateText(_ step: Funnel.Step) -> String {
    let open =
      step.open > 0 ? say("open: \(number(step.open))", "открыто: \(number(step.open))") : ""
    return [step.rate.map { shareEstimate($0) } ?? "", open].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  func lossText(_ step: Funnel.Step) -> String {
    step.rate == nil || step.lost == 0
      ? "" : say("lost before it: \(number(step.lost))", "потеряно до него: \(number(step.lost))")
  }

  func missing(_ funnel: Funnel.Name) -> Markup {
    funnel == .purchase
      ? rich(
        "Add files of kind <code>clickstream</code> and <code>orders</code> to <code>sources</code> in the pipeline file; the funnel shows after the next run.",
        "Добавьте в <code>sources</code> файла конвейера файлы видов <code>clickstream</code> и <code>orders</code>: воронка появится после следующего запуска."
      )
      : rich(
        "Add files of kind <code>letters</code>, <code>invoices</code> and <code>payments</code> to <code>sources</code> in the pipeline file; the funnel shows after the next run.",
        "Добавьте в <code>sources</code> файла конвейера файлы видов <code>letters</code>, <code>invoices</code> и <code>payments</code>: воронка появится после следующего запуска."
      )
  }

  /// Steps of which the log says nothing though a later one was reached.
  func unseen(_ steps: [Funnel.StepName]) -> Markup {
    let names = list(steps.map { lowered($0) })
    return rich(
      "The log does not show these steps: \(names). Name their pages in the pipeline file, or read the funnel without them.",
      "Этих шагов в журнале не видно: \(names). Назовите их страницы в файле конвейера или читайте воронку без них."
    )
  }

  /// Orders of visits that did not pass every step.
  func around(_ count: Int) -> Markup {
    rich(
      "\(capitalised(counted(count, .visit))) ordered without passing every step, as in one click: counted in the heading, in no bar, rate or loss.",
      "Заказали, минуя часть шагов, например в один клик, визитов: \(number(count)). В заголовке они учтены, в полосах, долях и потерях\(Words.noBreak)– нет."
    )
  }

  func funnelRead(_ funnel: Funnel.Name) -> Markup {
    funnel == .purchase
      ? rich(
        "A visit counts at a step when it reached that step and every step before it. Paid and delivered count the orders placed on the site in these days, seen in the log or not, so their bars may be longer than the order's. Orders cancelled later count here; cities and landing pages leave them out.",
        "Визит считается на шаге, если дошёл до него через все прежние шаги. Оплаченные и вручённые – заказы этих дней с сайта, даже если их нет в журнале, поэтому их полосы могут быть длиннее полосы заказов. Заказы, отменённые позже, здесь учтены; в городах и на страницах входа их нет."
      )
      : rich(
        "A letter is counted in the days in which it came; its invoice and payment may come later.",
        "Письмо считается днём, когда пришло; счёт и оплата могут прийти позже.")
  }

  var funnelSure: Markup {
    rich(
      "Those who may still come are never counted as lost and stand outside the rate. The range is chance alone.",
      "Те, кто ещё может дойти, не считаются потерянными и не входят в долю. Размах – только случайность."
    )
  }
}
