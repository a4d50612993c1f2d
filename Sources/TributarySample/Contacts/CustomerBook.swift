/// All customers so far; orders draw from it in the order of time.
struct CustomerBook {
  private(set) var customers: [Customer] = []
  /// Customers with a phone, by city.
  private var known: [[Int]] = City.all.map { _ in [] }
  private var random: SeededRandom

  private static let names = [
    "ivanova", "petrov", "smirnova", "kuznecov", "popova", "vasilev", "sokolova", "mihajlov",
    "novikova", "fedorov", "morozova", "volkov", "alekseeva", "lebedev", "semenova", "egorov",
  ]

  init(settings: SampleSettings) {
    random = settings.random("customers")
  }

  /// The buyer of the next order in that city: a known one now and then, online or in the store.
  mutating func next(city: Int, inStore: Bool) -> Customer {
    if !known[city].isEmpty, random.chance(inStore ? 0.26 : 0.20) {
      return customers[random.pick(known[city])]
    }
    let hasPhone = !inStore || random.chance(0.62)
    let phone = hasPhone ? Customer.mobile(&random) : nil
    let email = random.chance(inStore ? 0.15 : 0.70) ? address() : nil
    let customer = Customer(number: customers.count, city: city, phone: phone, email: email)
    if hasPhone { known[city].append(customer.number) }
    customers.append(customer)
    return customer
  }

  private mutating func address() -> String {
    let domain = random.pick(["example.com", "example.org", "example.net", "mail.example"])
    return "\(random.pick(CustomerBook.names))\(customers.count)@\(domain)"
  }
}
