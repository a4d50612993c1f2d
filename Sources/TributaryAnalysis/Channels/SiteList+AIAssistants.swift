extension SiteList {
  /// AIAssistants.yml of github.com/matomo-org/searchengine-and-social-list, 15 July 2026, CC0 1.0;
  /// written by `Scripts/site-list`.
  static let assistants = """
    yiyan.baidu.com ai.baidu.com
    chatplus.com chat-gpt.org
    chatgpt.com chat.openai.com labs.openai.com
    claude.ai
    copilot.microsoft.com
    chatglm.cn
    chat.deepseek.com
    duck.ai
    gemini.google.com bard.google.com
    grok.com
    iask.ai
    app.jasper.ai
    chat.mistral.ai
    meta.ai
    notebooklm.google.com
    perplexity.ai
    chat.qwen.ai
    app.writesonic.com
    you.com
    """
}
