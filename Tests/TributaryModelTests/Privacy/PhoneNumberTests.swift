import Testing

@testable import TributaryModel

@Suite struct PhoneNumberTests {
  @Test(arguments: [
    "+7 495 123-45-67 вн. 204", "8(495)1234567 добавочный 1", "84951234567#77", "+74951234567x3",
    "+7 495 123 45 67 Ext.: 44", "8-495-123-45-67,,5", "tel:+74951234567;ext=102",
    "495 123-45-67 (доб.123)", "8 495 123-45-67/68", "тел. 8 495 123 45 67 Анна",
    "кв. 12, 8 495 123 45 67",
  ])
  func `an extension and words around it are no part of a number`(text: String) {
    #expect(PhoneNumber.all(in: text) == ["74951234567"])
  }

  @Test(arguments: [
    ("00 44 20 7946 0018", "442079460018"), ("0049 30 1234567", "49301234567"),
    ("810 375 29 123 45 67", "375291234567"), ("8~10 49 (30) 123-45-67", "49301234567"),
    ("+44 (0)20 7946 0018", "442079460018"), ("+7 8 495 123-45-67", "74951234567"),
    ("8 495 123 45 67", "74951234567"), ("0171/12345678", "017112345678"),
    ("+49 30 123/4567", "49301234567"),
  ])
  func `a prefix for abroad stands for a plus`(text: String, expected: String) {
    #expect(PhoneNumber.all(in: text) == [expected])
  }

  @Test(arguments: [
    "+7 495 123-45-67 или +7 495 123-45-68", "84951234567 84951234568",
    "8 495 123 45 67 8 495 123 45 68", "+74951234567+74951234568", "84951234567 | 84951234568",
    "4951234567\n4951234568", "495 123-45-67 Анна, 495 123-45-68 Пётр",
  ])
  func `two numbers of a cell stay two`(text: String) {
    #expect(PhoneNumber.all(in: text) == ["74951234567", "74951234568"])
  }

  @Test(arguments: ["7495***4567", "8 (495) xxx-45-67", "+7 495 ххх 45 67"])
  func `a number whose digits are hidden is none`(text: String) {
    #expect(PhoneNumber.all(in: text) == [])
  }

  @Test(arguments: [
    "звонить с 10:00 до 18:00", "с 9:00 до 21:00", "10-18", "9/21", "10/12/2026", "до 18.00",
    "(01.05.2026)", "от 2026-05-01 10:15", "(123)", "-123",
  ])
  func `hours, dates and groups behind a number are none of it`(remark: String) {
    #expect(PhoneNumber.all(in: "8 916 777 01 02 " + remark) == ["79167770102"])
    #expect(PhoneNumber.all(in: "916-777-01-02 " + remark) == ["79167770102"])
    #expect(PhoneNumber.all(in: "+7 (916) 777-01-02 " + remark) == ["79167770102"])
  }

  @Test(arguments: ["01.05.2026", "2026-05-01", "01.05.2026 10:15", "с 9 до 18", "9:00-18:30"])
  func `a day or an hour is no number`(text: String) {
    #expect(PhoneNumber.all(in: text) == [])
  }

  @Test(arguments: [
    ("+8 916 777 01 02", "79167770102"), ("+89167770102", "79167770102"),
    ("＋７ ９１６ ７７７ ０１ ０２", "79167770102"), ("８９１６7770102", "79167770102"),
    ("+84 95 123 45 67", "84951234567"), ("+49 171 1234567 (12)", "491711234567"),
    ("380 67 123 45 67", "380671234567"),
  ])
  func `a wrong plus and digits of another width are understood`(text: String, expected: String) {
    #expect(PhoneNumber.all(in: text) == [expected])
  }

  @Test(arguments: [
    ("79000000000", true), ("14155555555", true), ("5555555", true), ("79876543210", true),
    ("266696687", true), ("79161234567", false), ("74951234567", false), ("79999999998", false),
  ])
  func `a number that nobody has is told`(number: String, expected: Bool) {
    #expect(PhoneNumber.isMadeUp(number) == expected)
  }
}
