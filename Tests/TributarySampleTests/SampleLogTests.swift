import Foundation
import Testing

@testable import TributarySample

struct SampleLogTests {
  @Test func `it writes exactly the wanted number of lines, each time the same`() throws {
    let (first, second) = try SmallShop.withFolder { folder in
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let files = ["a.log", "b.log"].map { folder.appending(path: $0) }
      for file in files {
        try SampleLog(settings: SmallShop.settings).write(lines: 2_500, to: file)
      }
      return (try Data(contentsOf: files[0]), try Data(contentsOf: files[1]))
    }
    #expect(first.count { $0 == UInt8(ascii: "\n") } == 2_500)
    #expect(first.last == UInt8(ascii: "\n"))
    #expect(first == second)
    let text = String(decoding: first, as: UTF8.self)
    #expect(text.contains("utm_source=yandex") && text.contains("YandexBot"))
  }
}
