import Testing

@testable import TributaryIngest

@Suite struct JSONLeafReaderTests {
  /// The texts of the paths; nil when the object is refused.
  private func texts(_ json: String, _ paths: [String]) -> [String?]? {
    texts(Array(json.utf8), paths)
  }

  private func texts(_ json: [UInt8], _ paths: [String]) -> [String?]? {
    var reader = JSONLeafReader(paths)
    guard reader.read(json.span, from: 0, to: json.count) else { return nil }
    return paths.indices.map { path in
      reader.place(path).map { String(decoding: reader.scratch[$0], as: UTF8.self) }
    }
  }

  @Test func `picks leaves by keys, elements and members`() {
    let json = """
      {"request": {"method":"GET","headers":{"User-Agent":["Moz","x"]}}, "status" : 200 ,
       "list":[[1,2],[3]],"ym:s:x":"1","a.b":"dotted","deep":{"c.d":[7]},
       "event_params":[{"key":"no","value":{"string_value":"n"}},
        {"value":{"string_value":"first"},"key":"page"},
        {"key":"page","value":{"string_value":"second"}},{"key":"id","value":{"int_value":"9"}}]}
      """
    let wanted = [
      ("request.method", "GET"), ("request.headers.User-Agent[0]", "Moz"),
      ("request.headers.User-Agent[1]", "x"), ("request.headers.User-Agent[2]", nil),
      ("status", "200"), ("list[1][0]", "3"), ("list[0]", nil), ("ym:s:x", "1"),
      ("a.b", "dotted"), ("deep.c.d[0]", "7"), ("request", nil), ("missing.b", nil),
      ("event_params[key=page].value.string_value", "first"),
      ("event_params[key=id].value.int_value", "9"),
      ("event_params[key=id].value.string_value", nil), ("status", "200"),
    ]
    #expect(texts(json, wanted.map(\.0)) == wanted.map(\.1))
  }

  @Test(
    arguments: [
      (#"{"a":"\"\\\/\b\f\n\r\t"}"#, "\"\\/\u{8}\u{c}\n\r\t"),
      (#"{"a":"\u0041\u00e9\u20AC"}"#, "Aé€"), (#"{"a":"\ud83d\ude00!"}"#, "😀!"),
      (#"{"a":"\ud83d!"}"#, "\u{fffd}!"), (#"{"a":"\ude00"}"#, "\u{fffd}"),
      (#"{"a":"\ud83d\u0041"}"#, "\u{fffd}A"), (#"{"a":"\ud83d\ud83d\ude00"}"#, "\u{fffd}😀"),
      (#"{"a":"say \x22hi\x22"}"#, "say \"hi\""), (#"{"a":"\xd0\xbf"}"#, "п"),
      (#"{"a":""}"#, ""), ("{\"a\":\"tab\there\"}", "tab\there"), (#"{"\u0061":"key"}"#, "key"),
      (#"{"a":-0}"#, "-0"), (#"{"a":1.5e+10}"#, "1.5e+10"), (#"{"a":0.001}"#, "0.001"),
      (#"{"a":true}"#, "true"), (#"{"a":false}"#, "false"), (#"{"a":null}"#, nil),
      (#"{"a":{}}"#, nil), (#"{"a":[]}"#, nil), (#"{"a":1,"a":2}"#, "1"),
      (#"{"a":null,"a":2}"#, nil), ("{}", nil), (" {\"a\" :\r\n\t3 } , ", "3"),
      (#"{"b":{"a":1,"c":[{"x":"}]"}]},"a":"ok"}"#, "ok"),
    ] as [(String, String?)])
  func `decodes a value`(json: String, expected: String?) {
    #expect(texts(json, ["a"]) == [expected])
  }

  @Test func `passes bytes that are no UTF-8`() {
    var reader = JSONLeafReader(["a"])
    let json = Array(#"{"a":""#.utf8) + [0xef, 0xff, 0x00] + Array(#""}"#.utf8)
    let isRead = reader.read(json.span, from: 0, to: json.count)
    #expect(isRead)
    #expect(reader.place(0).map { Array(reader.scratch[$0]) } == [0xef, 0xff, 0x00])
  }

  @Test(arguments: [
    "", " ", "null", "[1]", "1", #""a""#, "{", #"{"a"}"#, #"{"a":}"#, #"{"a":,"b":1}"#,
    #"{"a":-}"#, #"{"a":01}"#, #"{"a":1.}"#, #"{"a":.5}"#, #"{"a":+1}"#, #"{"a":1e}"#,
    #"{"a":tru}"#, #"{"a":True}"#, #"{"a":NaN}"#, #"{"a":nul}"#, #"{a:1}"#, #"{'a':1}"#,
    #"{"a":1,}"#, #"{"a":[1,]}"#, #"{"a":[1}"#, #"{"a":{]}"#, #"{"a":1 "b":2}"#, #"{"a":1}}"#,
    #"{"a":1} x"#, #"{"a":1},,"#, #"{"a":1}{"a":2}"#, #"{"a":"\q"}"#, #"{"a":"\u12"}"#,
    #"{"a":"\u12g4"}"#, #"{"a":"\xg0"}"#, #"{"a":"x\"}"#, #"{"b":[{"c":"\u1"}],"a":1}"#,
    #"{"b":[1 2],"a":1}"#, #"{"b":{"c"},"a":1}"#, #"{"b":{1:2},"a":1}"#,
  ])
  func `refuses what is no object`(json: String) {
    #expect(texts(json, ["a", "b.c", "b[0].c"]) == nil)
  }

  @Test(arguments: [(64, true), (65, false), (100_000, false)])
  func `nests 64 deep and no deeper`(depth: Int, isRead: Bool) {
    let lists = String(repeating: "[", count: depth - 1) + String(repeating: "]", count: depth - 1)
    #expect((texts("{\"a\":\(lists)}", ["b"]) != nil) == isRead)
    #expect((texts("{\"a\":\(lists)}", ["a[0][0]"]) != nil) == isRead)
    let objects =
      String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth)
    #expect((texts(objects, ["a.a.a"]) != nil) == isRead)
    #expect(texts(String(repeating: "{\"a\":", count: depth), ["a.a"]) == nil)
  }

  @Test func `refuses every part of an object from its start`() {
    let json = Array(
      #"{"a":{"b":["x\"\u00e9\ud83d\ude00\x22",-1.5e3,true,null,{}]},"c":"end","d":[]}"#.utf8)
    for count in 0..<json.count {
      #expect(texts(Array(json[..<count]), ["a.b[0]", "a.b[4].z", "c"]) == nil)
    }
    #expect(texts(json, ["a.b[1]", "c"]) == ["-1.5e3", "end"])
  }

  @Test func `forgets the last object`() {
    var reader = JSONLeafReader(["a", "b"])
    func read(_ json: String) -> Bool {
      let bytes = Array(json.utf8)
      return reader.read(bytes.span, from: 0, to: bytes.count)
    }
    let first = read(#"{"a":"x"}"#)
    #expect(first && reader.place(0) == 0..<1)
    let second = read(#"{"b":1}"#)
    #expect(second && reader.place(0) == nil && reader.place(1) == 0..<1)
    let third = read(#"{"b":1"#)
    #expect(!third && reader.place(1) == nil)
  }

  @Test func `cuts an array into its elements`() {
    let json = Array(#"[{"a":"],{"}, [1,[2]] ,"x"]"#.utf8)
    var (parts, at): ([String], Int) = ([], 1)
    while let end = JSONLeafReader.endOfValue(json.span, from: at, to: json.count) {
      parts.append(String(decoding: json[at..<end], as: UTF8.self))
      at = JSONScan.space(json.span, from: end, to: json.count) + 1
    }
    #expect(parts == [#"{"a":"],{"}"#, " [1,[2]]", #""x""#])
    #expect(at == json.count)
  }
}
