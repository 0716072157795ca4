import type { Story } from '#core/practice/story'
import { chenSiyuan } from './chen-siyuan.ts'
import { liRuoxi } from './li-ruoxi.ts'
import { liuYutong } from './liu-yutong.ts'
import { papers } from './papers.ts'
import { plans } from './plans.ts'
import { sunHao } from './sun-hao.ts'
import { tests } from './tests.ts'
import { alias, ayiguli, heJiashu, zhangZixuan } from './today-visitors.ts'
import { zhaoKexin } from './zhao-kexin.ts'
import { zhouYiming } from './zhou-yiming.ts'

/** The ways that stand on the first screens, each written by hand. */
export const stories: readonly Story[] = [
  liRuoxi,
  chenSiyuan,
  zhouYiming,
  zhaoKexin,
  sunHao,
  ayiguli,
  alias,
  zhangZixuan,
  heJiashu,
  liuYutong,
  ...tests,
  ...plans,
  ...papers,
]
