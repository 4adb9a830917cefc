/** The surnames that nearly everybody bears, without those that are mostly other words in village talk. */
export const SURNAME =
  '(?:欧阳|上官|司马|诸葛|[王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文覃滕向贾莫戚欧])';

/** What follows a surname when somebody is called: 王奶奶, 周支书, 李师傅. */
export const CALLED =
  '(?:爷爷|奶奶|爹爹|娭毑|嗲嗲|大爷|大妈|大伯|大叔|大哥|大姐|大嫂|婆婆|阿婆|阿公|阿姨|叔叔|伯伯|婶子|嫂子|老师|校长|医生|大夫|护士|师傅|老板|书记|支书|主任|村长|组长|镇长|乡长|县长|所长|会计|队长|警官|干部|叔|伯|婶|嫂|爷|哥|姐|姨|总)';
