import Testing

@testable import TributaryAnalysis

struct DeviceClassTests {
  @Test(arguments: [
    ("Mozilla/5.0 (X11; Linux x86_64) Chrome/120", DeviceClass.desktop),
    ("Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/120 Mobile Safari/537.36", .mobile),
    ("Mozilla/5.0 (Linux; Android 13; SM-X700) Chrome/120 Safari/537.36", .tablet),
    ("Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) Mobile/15E148", .tablet),
    ("", .desktop),
  ])
  func `the user agent tells the device`(_ agent: String, _ device: DeviceClass) {
    #expect(DeviceClass(userAgent: agent) == device)
  }
}
