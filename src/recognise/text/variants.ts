import { DIALECT } from './dialect.js';
import { PhraseIndex } from './phrase-index.js';

/**
 * Ways of saying and mistyping that mean one word: dialect negations, voice-input and pinyin errors.
 * Left side: what the lexicon is written in. Longer forms win over shorter ones at the same place.
 */
const VARIANTS: Record<string, string> = {
  没: '没有 冇得 冇有 莫得 没得 木得 么得 冒得 毛得 木有 呒没 冇 麻得 末得 没的',
  有没: '有没有 有冇有 有冇得 有冇 有没得 有莫得 有木有',
  没人: '冒人 毛人 么人来',
  没电: '冒电 毛电 没点电 无电',
  没水: '冒水哒 毛水 冇谁 没谁水 无水 冒水用 冒水喝',
  没看到: '冒看到 冒见到 没看见 没见到 没瞧见 没见着',
  停水: '挺水 亭水 听水 停谁了 庭水 挺谁 停氺',
  停电: '挺电 亭电 听电 停点了 庭电 挺店 跳闸停电',
  路灯: '路登 路等 璐灯 路蹬 露灯 路丁 路灯灯',
  自来水: '自来谁 字来水 自莱水 自赖水',
  垃圾: '拉圾 拉级 拉几 垃级 垃及 拉极 垃极 圾圾 勒色 辣鸡桶',
  井盖: '警盖 进盖 并盖 景盖 井该 窖井盖 阴井盖',
  下水道: '下水到 下谁道 下水倒 吓水道',
  信号: '新号 信浩 讯号',
  宽带: '宽代 款带 宽待',
  污水: '乌水 无水沟 屋水',
  塌方: '踏方 塌芳 榻方',
  滑坡: '划坡 华坡 滑波',
  护栏: '护拦 户栏 护兰',
  栏杆: '拦杆 兰杆 栏干',
  补贴: '补帖 补铁 布贴',
  低保: '底保 低宝 抵保',
  医保: '医宝 一保 衣保',
  社保: '射保 社宝',
  养老金: '养老今 养老经',
  煤气: '梅气 霉气罐 媒气',
  电线: '电现 垫线 电限',
  变压器: '变牙器 变压机 变亚器',
  抽水: '抽谁',
  漏水: '漏谁 陋水 露水管',
  公厕: '公测 公册',
  噪音: '燥音 躁音 造音',
  办证: '半证 办正',
  怎么: `咋个 咋的 咋 啷个 哪样 啷么 囊个 点解 点样 何解 何式 何什 哪门 郎个 咋样 啷块 哪能 昨个办`,
  什么: `么子 么里 么得事 么咯 啥子 啥 咩 莫子 什麼 木子事 么哩 么滴 嘛事 甚么 舍子 么事 么斯 啥个`,
  知道: '晓得 晓的 小得 知影',
  谁: '哪个 边个 啥人 哪位 哪个人 那个管 嘛人',
  孩子: `伢子 伢崽 细伢 细伢子 妹几 妹坨 娃儿 娃娃 娃子 细路 小囡 囡囡 囝仔 小人 崽崽 小孩 小孩子 小朋友 细崽 毛毛
    儿娃子 娃 伢伢 伢妹几 细妹子 小娃`,
  老人: `老人家 娭毑 爹爹 老倌 老倌子 嗲嗲 婆婆 老婆婆 阿公 阿婆 老大爷 老奶奶 老汉 老头 老太太 老娘 奶奶 爷爷
    婆婆子 老爷子 老辈子 家婆`,
  回来: '转来 归来',
  吃: '恰 呷 食饭 七饭 噶饭',
  不: '唔 勿 弗',
  不要: '莫要 唔好 勿要 覅 冇要',
  这里: '咯里 这儿 这点 呢度 迭搭 该里 这块儿 这疙瘩 这哈 这垱 这坨 格里',
  那里: '那儿 那点 嗰度 那块儿 那疙瘩 那垱 那坨',
  怎么办: `咋办 咋整 咋弄 咋个办 啷个办 何式办 何什搞 怎么搞 怎么弄 怎么整 如何是好 啷个整 怎么得了 哪么搞 哪么办
    点算 怎么搞起 何解办 怎么办嘛 咋个整`,
  不见了: '不见哒 不见咯 不在了 没见了 无了 不见啦 没影了 没踪影 不见得了 不晓得哪去了',
  了: '哒 咧 咯哒 喽 啦',
};

/** Words that hold a variant's letters but are not it: they pass untouched. */
const KEEP = `听水声 听电话 听电视 进盖碗 无水印 自来水 新号码 没的说 没得说 没得关系 没关系 没什么 没谁 有的没的 娃哈哈
  干啥都 啥也 无电话 露水 公测 了解 一保险 毛电车 毛人凤 恰好 恰当 恰恰 食饭店 勿忘 请勿 毛毛雨 毛毛虫
  毛毛细雨 弗洛 小人物 小得很 小得多 晓得了 变得 遭罪 遭殃 遭遇 遭到 遭贼 喇叭 喇嘛 伊朗 伊拉克 今日头条
  俾路支 瞅瞅 忒修斯 你们 什么 晒谷 晒坪 老毛毛 快点赞 日日新 娃娃鱼 娃娃菜 布娃娃 娃娃机`;

interface Variants {
  index: PhraseIndex;
  words: string[];
}

function buildVariants(): Variants {
  const index = new PhraseIndex();
  const words: string[] = [];
  for (const [word, forms] of [...Object.entries(VARIANTS), ...Object.entries(DIALECT)]) {
    const value = words.push(word) - 1;
    for (const form of forms.split(/\s+/)) index.add(form, value);
  }
  for (const word of KEEP.split(/\s+/)) index.add(word, words.push(word) - 1);
  return { index, words };
}

const { index: INDEX, words: WORDS } = buildVariants();

/** Replaces each known variant by the word that the lexicon uses. One pass, longest form first. */
export function commonWords(text: string): string {
  const hits = INDEX.scan(text);
  if (hits.length === 0) return text;
  let out = '';
  let at = 0;
  for (let i = 0; i < hits.length; i++) {
    const hit = hits[i];
    if (!hit || hit.start < at || hits[i + 1]?.start === hit.start) continue; // a longer form follows at the same start
    out += text.slice(at, hit.start) + (WORDS[hit.value] ?? '');
    at = hit.end;
  }
  return out + text.slice(at);
}
