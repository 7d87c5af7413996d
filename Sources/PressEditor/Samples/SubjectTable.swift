/// What the labels of certificates' fields say, in Chinese and in English. Whom it does not know is invented as a plain text.
enum SubjectTable {
  struct Row: Sendable {
    /// Chinese ones are looked for anywhere in a label, others as whole words.
    var keys: [String]
    var chinese: Subject
    var other: Subject?
  }

  static let anyChinese = Subject(usual: ["内容示例", "示例文字", "另一示例"], long: "这是一段用来试版面的较长文字，", short: "例", filler: "字")
  static let anyOther = Subject(
    usual: ["Sample text", "Another one"], long: "a text as long as it may be ", short: "A", filler: "x")

  /// The first that has a key in the label is taken, so the particular stand before the general: 证件类型 before 证件.
  static let rows: [Row] = [
    row("系列 series", ["工程技术", "卫生技术", "高等学校教师"], "船舶与海洋工程技术及相关", "农", ["Engineering"]),
    row("性别 gender sex", ["男", "女"], "男", "女", ["female"]),
    row("民族", ["汉族", "维吾尔族"], "乌孜别克族", "汉", ["Han"]),
    row("国籍 国家 nationality country", ["中国"], "波斯尼亚和黑塞哥维那", "中", ["China"]),
    row("证件类型 证件种类", ["身份证", "护照"], "港澳居民来往内地通行证", "证", ["passport"]),
    number("文号", ["鄂人社职〔2026〕12号"], "鄂人社职〔2026〕1234号", length: 24),
    number("证件号 身份证 identity", ["11010519491231002X"], "11010519491231002X", length: 18),
    number("代码 code", ["MA1001", "CS2003", "EN1102", "PH1007"], "MA1001B2", length: 12),
    number("学号 工号 student", ["2022310417", "2022310418"], "2022310417", length: 16),
    number(
      "编号 卡号 账号 证号 号码 account card number no id serial", ["HB2026040017", "HB2026040018"], "HB2026040017", length: 24),
    people(
      "教师 导师 教练 院长 校长 处长 会长 主任 签发人 负责人 director instructor teacher coach tutor signatory registrar",
      ["林念初", "陆清和", "秦望舒"], ["Lin Nianchu", "Karl Lindberg", "Lu Qinghe"], isApart: true),
    people(
      "姓名 作者 选手 成员 获奖人 持证人 author member winner holder recipient",
      ["沈知遥", "欧阳望舒", "秦川"], ["Shen Zhiyao", "Anna Lindqvist"]),
    row("称呼", ["同志"], "先生女士", "君", ["Ms"]),
    row("学期 term semester", ["2025秋", "2026春"], "2025—2026学年第一学期", "春", ["Autumn 2025", "Spring 2026"]),
    row("学位 degree", ["工学学士"], "工程管理专业硕士", "—", ["Bachelor of Engineering"]),
    row("专业 specialty major", ["计算机应用技术", "汉语言文学"], "机械设计制造及其自动化与智能装备", "药", ["Computer Science"]),
    row("职称", ["高级工程师"], "正高级专业技术职务任职资格", "师", ["Senior Engineer"]),
    row("职务 职位 job position title", ["副主编"], "总编辑兼数字出版中心主任、", "员", ["Deputy Editor"]),
    row(
      "课程 科目 course subject", ["高等数学", "程序设计基础", "大学英语", "线性代数", "中国古代文学史"], "面向工程实践的数据结构与算法设计", "诗",
      ["Calculus", "Introduction to Programming", "English", "Linear Algebra", "History of Chinese Literature"]),
    row("成绩 等级 评语 grade result level", ["优秀", "良好"], "成绩优秀并通过综合答辩，", "优", ["excellent", "good"]),
    row("奖项 奖励 荣誉 award prize", ["一等奖"], "特别贡献奖暨最佳组织奖", "奖", ["First Prize"]),
    row("作品 work artwork", ["《江上数峰青》"], "《江汉平原四时风物与市井生活图卷》", "春", ["River and Peaks"]),
    row(
      "委员会 评审组织 committee", ["工程系列高级评审委员会"], "湖北省专业技术职务任职资格水利水电系列高级评审委员会办公室", "会",
      ["Review Committee"]),
    row("学院 系所 college faculty", ["计算机学院"], "马克思主义与公共管理学院应用经济与统计系、", "系", ["School of Computing"]),
    row("学校 大学 school university", ["云梦理工大学"], "江汉师范大学附属高级中学云梦分校、", "校", ["Yunmeng University"]),
    row(
      "单位 机关 机构 组织 部门 公司 协会 authority company organisation organization office issuer institution department",
      ["江汉市教育局", "云梦出版社"], "湖北省人力资源和社会保障厅专业技术人员职称评审委员会办公室", "局", ["Education Office"]),
    row(
      "会议 活动 项目 培训 赛事 比赛 event conference training programme program competition project",
      ["数字出版与版式设计培训班", "青年书法展"], "第九届江汉数字出版、版式设计与中文信息处理国际学术大会暨青年论坛", "会",
      ["Digital Publishing and Typography"]),
    row("地址 地点 住址 address place venue city", ["江汉市云梦路12号"], "湖北省江汉市云梦路高新技术产业开发区创业大道", "汉", ["12 Yunmeng Road"]),
    row("场景 用途 事由 purpose reason scene", ["本人调用"], "仅供本人办理职称申报手续使用，", "用", ["job application"]),
    people("name", ["沈知遥", "欧阳望舒"], ["Shen Zhiyao", "Anna Lindqvist"]),
  ]

  static let figures: [(keys: [String], figures: Subject.Figures)] = [
    (["总分", "总学分", "total"], .sum), (["学分", "credit", "credits"], .credits),
    (["成绩", "得分", "平均", "分数", "score", "mark", "grade", "average"], .grade),
    (["学时", "课时", "hours"], .hours), (["金额", "奖金", "费", "amount", "price", "money"], .money),
    (["级", "名次", "level", "rank"], .level),
  ]

  private static func keys(_ words: String) -> [String] { words.split(separator: " ").map(String.init) }

  private static func row(
    _ words: String, _ usual: [String], _ long: String, _ short: String, _ other: [String]
  ) -> Row {
    let chinese = Subject(usual: usual, long: long, short: short, filler: "字")
    let english = Subject(usual: other, long: other[0] + " and " + other[0] + ", ", short: "A", filler: "x")
    return Row(keys: keys(words), chinese: chinese, other: english)
  }

  /// Letters and digits are the same in every language.
  private static func number(_ words: String, _ usual: [String], _ long: String, length: Int) -> Row {
    var subject = Subject(usual: usual, long: long, short: "1", filler: "0", longestLength: length)
    subject.isCode = true
    return Row(keys: keys(words), chinese: subject, other: subject)
  }

  /// The names are nobody's. The long ones are as names are written: with ·, and with a hyphen.
  private static func people(_ words: String, _ usual: [String], _ english: [String], isApart: Bool = false) -> Row {
    var chinese = Subject(usual: usual, long: "阿卜杜热西提·买买提吐尔逊·", short: "丁一", filler: "一")
    chinese.isName = true
    chinese.isApart = isApart
    chinese.rare = "𬱖䶮㺂"
    chinese.longName = "古丽米热·阿卜杜热西提·买买提吐尔逊江"
    chinese.longestLength = 24
    var other = Subject(
      usual: english, long: "Maria Fernanda Hernández-Villanueva ", short: "Li",
      filler: "i")
    other.isName = true
    other.isApart = isApart
    other.rare = "Lǚ Zoë Núñez"
    other.longName = "Maria Fernanda Hernández-Villanueva y Castellanos"
    other.longestLength = 48
    return Row(keys: keys(words), chinese: chinese, other: other)
  }
}
