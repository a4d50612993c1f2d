import Testing
import TributaryModel

@testable import TributaryIngest

struct LogAddressTests {
  /// The one spelling; nil for no address, `?` for other text.
  private func read(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    let reading = LogAddress.read(bytes.span, 0..<bytes.count)
    if case .other = reading { return "?" }
    var spelling: [UInt8] = []
    LogAddress.append(reading, bytes.span, to: &spelling)
    return spelling.isEmpty ? nil : String(decoding: spelling, as: UTF8.self)
  }

  @Test(arguments: [
    ("203.0.113.7", "203.0.113.7"), ("203.0.113.7:61270", "203.0.113.7"),
    ("203.000.113.007", "203.0.113.7"), ("\"203.0.113.7\"", "203.0.113.7"),
    ("2001:DB8:0:0:0:0:0:7", "2001:db8::7"), ("2001:db8::0007", "2001:db8::7"),
    ("[2001:db8::7]:443", "2001:db8::7"), ("[2001:db8::7]", "2001:db8::7"),
    ("2001:db8:0:0:0:0:0:7:443", "2001:db8::7"), ("::", "::"), ("::1", "::1"), ("1::", "1::"),
    ("2001:db8:0:1:0:0:0:1", "2001:db8:0:1::1"), ("2001:0:0:1:0:0:1:1", "2001::1:0:0:1:1"),
    ("::ffff:203.0.113.9", "203.0.113.9"), ("::FFFF:cb00:7109", "203.0.113.9"),
    ("[::ffff:203.0.113.9]:80", "203.0.113.9"), ("fe80::1%eth0", "fe80::1"),
    ("for=192.0.2.60;proto=http;by=203.0.113.43", "192.0.2.60"),
    ("For=\"[2001:db8:cafe::17]:4711\"", "2001:db8:cafe::17"),
    ("by=10.0.0.1; for=198.51.100.1", "198.51.100.1"), (" 203.0.113.7 ", "203.0.113.7"),
    ("for=\\x22[2001:db8::7]:443\\x22", "2001:db8::7"),
    ("Host-7.Example.net", "host-7.example.net"), ("printer", "printer"),
    ("host.example.net:443", "host.example.net"), ("pc_7", "pc_7"),
    ("10.0.0.1, 203.0.113.7", "203.0.113.7"), ("unknown, 10.0.0.1", "10.0.0.1"),
  ])
  func `spellings of one address are one`(text: String, spelling: String) {
    #expect(read(text) == spelling)
  }

  @Test(arguments: [
    "-", "", "unknown", "Unknown", "unix:", "unix:/run/nginx.sock", "unix:1", "@", "null",
    "for=_mdn",
    "for=unknown",
  ])
  func `words for nothing are no address`(text: String) {
    #expect(read(text) == nil)
  }

  @Test(arguments: [
    "May  3 10:00:01 web1 nginx: 203.0.113.7", "shop.example 203.0.113.1", "- ", "1.2.3",
    "1.2.3.256",
    "1.2.3.4.5", "5316", "2026-05-03", "/cart", "<script>", "a..b", "-a", ":::1", "1:2", "1::2::3",
    "203.0.113.7:", "203.0.113.7:x", "[2001:db8::7", "203.0.113.0/24", "+7 495 123-45-67",
    "a@b.example",
    "2001:db8::7::", "Mozilla/5.0", "хост",
  ])
  func `other text is none`(text: String) {
    #expect(read(text) == "?")
  }

  @Test(arguments: [
    ("203.0.113.7:33451, 172.16.0.1:49701", "203.0.113.7"),
    ("10.1.1.1, 198.51.100.7", "198.51.100.7"),
    ("192.168.0.7,100.64.0.1, 2001:db8::a", "2001:db8::a"),
    ("fd00::1, fe80::1, ::1, 8.8.8.8", "8.8.8.8"),
    ("10.0.0.7, 127.0.0.1", "10.0.0.7"), ("unknown, 169.254.1.1", "169.254.1.1"),
    ("<x>, 172.15.0.1", "172.15.0.1"), ("\"203.0.113.7\"", "203.0.113.7"),
    ("for=10.0.0.1, for=\"[2001:db8::7]:4711\"", "2001:db8::7"), ("100.128.0.1", "100.128.0.1"),
    ("-", "192.0.2.1"), ("unknown", "192.0.2.1"), ("<script>", "192.0.2.1"), ("", "192.0.2.1"),
    ("::ffff:10.0.0.1, ::ffff:203.0.113.7", "203.0.113.7"),
    ("172.31.0.1, 172.32.0.1", "172.32.0.1"),
  ])
  func `of X-Forwarded-For the first entry on the internet counts`(
    list: String, address: String
  ) throws {
    let bench = try Workbench()
    var options = Given.logOptions
    options.usesForwardedFor = true
    func line(_ address: String, _ list: String) -> String {
      Given.line(1, agent: "M").replacing("93.180.71.3", with: address).replacing("\n", with: "")
        + " \"\(list)\"\n"
    }
    let text =
      line("192.0.2.1", list.replacing("\"", with: "\\\"")) + line(address, "-")
    let log = try ReadLog(bench.write("a.log", text), "nginx-main", options: options)
    #expect(log.rejections.isEmpty)
    #expect(Set(log.rows.map(\.visitor)).count == 1)
  }

  @Test func `a line whose address is none is refused`() throws {
    let bench = try Workbench()
    let good = Given.line(1)
    let text =
      good + good.replacing("93.180.71.3", with: "shop.example 93.180.71.3")
      + good.replacing("93.180.71.3", with: "-")
    let log = try ReadLog(bench.write("a.log", text))
    #expect(log.rejections.map(\.line) == [2])
    #expect(log.rows.count == 2)
  }

  @Test(arguments: ["apache-common", "apache-combined"])
  func `a host before the address is told by the address in the user's place`(
    format: String
  ) throws {
    let bench = try Workbench()
    let line = Given.line(1)
    let log = try ReadLog(
      bench.write(
        "a.log", line + "shop.example " + line + "93.180.71.3 shop.example" + line.dropFirst(13)),
      format)
    #expect(log.rejections.map(\.line) == [2])
  }
}
