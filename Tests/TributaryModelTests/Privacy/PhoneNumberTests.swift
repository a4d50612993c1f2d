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
}
