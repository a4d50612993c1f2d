import TributaryModel

@main struct Tributary { static func main() {} }
