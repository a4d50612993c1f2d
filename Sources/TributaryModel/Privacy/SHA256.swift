/// SHA-256 and HMAC-SHA-256, which Foundation lacks on Linux.
///
/// Source: FIPS 180-4; RFC 2104, tested against RFC 4231.
public enum SHA256 {
  /// The 32 bytes of the hash.
  public static func hash(_ message: [UInt8]) -> [UInt8] {
    var state = State()
    state.finish(message.span, after: 0)
    return state.bytes
  }

  /// The 32 bytes of the keyed hash.
  public static func authenticate(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    Authenticator(key: key).state(of: message.span).bytes
  }

  /// HMAC with one key for many messages: what the key does to both hashes is worked out once.
  struct Authenticator: Sendable {
    private var inner = State()
    private var outer = State()

    init(key: [UInt8]) {
      var block = key.count > 64 ? SHA256.hash(key) : key
      block += [UInt8](repeating: 0, count: 64 - block.count)
      let (inside, outside) = (block.map { $0 ^ 0x36 }, block.map { $0 ^ 0x5c })
      inner.take(Words(inside.span, at: 0))
      outer.take(Words(outside.span, at: 0))
    }

    /// The keyed hash, still as words.
    func state(of message: borrowing Span<UInt8>) -> State {
      var first = inner
      first.finish(message, after: 64)
      var second = outer
      // 64 bytes of key and 32 of hash are 768 bits.
      second.take(
        Words(
          first.a, first.b, first.c, first.d, first.e, first.f, first.g, first.h,
          0x8000_0000, 0, 0, 0, 0, 0, 0, 768))
      return second
    }
  }

  /// The eight words that a hash is made in.
  struct State: Sendable {
    fileprivate(set) var a: UInt32 = 0x6a09_e667
    fileprivate(set) var b: UInt32 = 0xbb67_ae85
    fileprivate(set) var c: UInt32 = 0x3c6e_f372
    fileprivate(set) var d: UInt32 = 0xa54f_f53a
    fileprivate(set) var e: UInt32 = 0x510e_527f
    fileprivate(set) var f: UInt32 = 0x9b05_688c
    fileprivate(set) var g: UInt32 = 0x1f83_d9ab
    fileprivate(set) var h: UInt32 = 0x5be0_cd19

    var bytes: [UInt8] {
      [a, b, c, d, e, f, g, h].flatMap { word in
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
      }
    }

    /// Takes in the last bytes of a message, `count` bytes after its start, and the padding.
    mutating func finish(_ bytes: borrowing Span<UInt8>, after count: Int) {
      var index = 0
      while index + 64 <= bytes.count {
        take(Words(bytes, at: index))
        index += 64
      }
      var last = Words(bytes, at: index)
      if bytes.count - index > 55 {
        take(last)
        last = Words(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
      }
      last.setLength(bits: UInt64(count + bytes.count) * 8)
      take(last)
    }

    /// Takes in 64 bytes.
    mutating func take(_ block: Words) {
      var words = block
      var next = self
      let constants = SHA256.constants.span
      precondition(constants.count == 64)
      next.take(words, constants, from: 0)
      for group in 1..<4 {
        words.expand()
        next.take(words, constants, from: group * 16)
      }
      (a, b, c, d) = (a &+ next.a, b &+ next.b, c &+ next.c, d &+ next.d)
      (e, f, g, h) = (e &+ next.e, f &+ next.f, g &+ next.g, h &+ next.h)
    }

    /// Sixteen rounds, written out: a loop over an array would cost a third more.
    @inline(__always)
    private mutating func take(
      _ words: Words, _ constants: borrowing Span<UInt32>, from start: Int
    ) {
      round(words.w0 &+ constants[start])
      round(words.w1 &+ constants[start + 1])
      round(words.w2 &+ constants[start + 2])
      round(words.w3 &+ constants[start + 3])
      round(words.w4 &+ constants[start + 4])
      round(words.w5 &+ constants[start + 5])
      round(words.w6 &+ constants[start + 6])
      round(words.w7 &+ constants[start + 7])
      round(words.w8 &+ constants[start + 8])
      round(words.w9 &+ constants[start + 9])
      round(words.w10 &+ constants[start + 10])
      round(words.w11 &+ constants[start + 11])
      round(words.w12 &+ constants[start + 12])
      round(words.w13 &+ constants[start + 13])
      round(words.w14 &+ constants[start + 14])
      round(words.w15 &+ constants[start + 15])
    }

    @inline(__always)
    private mutating func round(_ input: UInt32) {
      let big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      let choice = g ^ (e & (f ^ g))
      let first = h &+ big1 &+ choice &+ input
      let big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
      let majority = (a & b) ^ (c & (a ^ b))
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ big0 &+ majority)
    }
  }

  fileprivate static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}

extension SHA256 {
  /// Sixteen words of the message schedule: a block, then what follows from it.
  struct Words {
    fileprivate var w0, w1, w2, w3, w4, w5, w6, w7: UInt32
    fileprivate var w8, w9, w10, w11, w12, w13, w14, w15: UInt32

    fileprivate init(
      _ w0: UInt32, _ w1: UInt32, _ w2: UInt32, _ w3: UInt32, _ w4: UInt32, _ w5: UInt32,
      _ w6: UInt32, _ w7: UInt32, _ w8: UInt32, _ w9: UInt32, _ w10: UInt32, _ w11: UInt32,
      _ w12: UInt32, _ w13: UInt32, _ w14: UInt32, _ w15: UInt32
    ) {
      (self.w0, self.w1, self.w2, self.w3) = (w0, w1, w2, w3)
      (self.w4, self.w5, self.w6, self.w7) = (w4, w5, w6, w7)
      (self.w8, self.w9, self.w10, self.w11) = (w8, w9, w10, w11)
      (self.w12, self.w13, self.w14, self.w15) = (w12, w13, w14, w15)
    }

    /// The 64 bytes from `start` on; where the message ends sooner, the padding's first bit.
    fileprivate init(_ bytes: borrowing Span<UInt8>, at start: Int) {
      self.init(
        Words.word(bytes, start), Words.word(bytes, start + 4), Words.word(bytes, start + 8),
        Words.word(bytes, start + 12), Words.word(bytes, start + 16),
        Words.word(bytes, start + 20), Words.word(bytes, start + 24),
        Words.word(bytes, start + 28), Words.word(bytes, start + 32),
        Words.word(bytes, start + 36), Words.word(bytes, start + 40),
        Words.word(bytes, start + 44), Words.word(bytes, start + 48),
        Words.word(bytes, start + 52), Words.word(bytes, start + 56),
        Words.word(bytes, start + 60))
    }

    private static func word(_ bytes: borrowing Span<UInt8>, _ at: Int) -> UInt32 {
      if at + 4 <= bytes.count {
        return UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16
          | UInt32(bytes[at + 2]) << 8 | UInt32(bytes[at + 3])
      }
      guard at <= bytes.count else { return 0 }
      var word: UInt32 = 0
      for index in at..<bytes.count { word = word << 8 | UInt32(bytes[index]) }
      return (word << 8 | 0x80) << UInt32(8 * (3 - (bytes.count - at)))
    }

    fileprivate mutating func setLength(bits: UInt64) {
      w14 = UInt32(truncatingIfNeeded: bits >> 32)
      w15 = UInt32(truncatingIfNeeded: bits)
    }

    /// The next sixteen words.
    @inline(__always)
    fileprivate mutating func expand() {
      w0 = mixed(w0, w1, w9, w14)
      w1 = mixed(w1, w2, w10, w15)
      w2 = mixed(w2, w3, w11, w0)
      w3 = mixed(w3, w4, w12, w1)
      w4 = mixed(w4, w5, w13, w2)
      w5 = mixed(w5, w6, w14, w3)
      w6 = mixed(w6, w7, w15, w4)
      w7 = mixed(w7, w8, w0, w5)
      w8 = mixed(w8, w9, w1, w6)
      w9 = mixed(w9, w10, w2, w7)
      w10 = mixed(w10, w11, w3, w8)
      w11 = mixed(w11, w12, w4, w9)
      w12 = mixed(w12, w13, w5, w10)
      w13 = mixed(w13, w14, w6, w11)
      w14 = mixed(w14, w15, w7, w12)
      w15 = mixed(w15, w0, w8, w13)
    }

    @inline(__always)
    private func mixed(_ old: UInt32, _ a: UInt32, _ seventh: UInt32, _ b: UInt32) -> UInt32 {
      let small0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >> 3)
      let small1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >> 10)
      return old &+ small0 &+ seventh &+ small1
    }
  }
}

@inline(__always)
private func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
  word >> count | word << (32 - count)
}
