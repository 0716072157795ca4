import type { PaperTexts } from '#contract/consents'
import type { Language } from '#contract/vault'

/** What the papers to be signed say in a new room (S19–S21, F04–F06); all of it is the school's to change. */
export const defaultPaperTexts = (language: Language): PaperTexts => ({
  confidentiality: { version: '1', text: CONFIDENTIALITY[language] },
  agreement: { version: '1', text: AGREEMENT[language] },
  recording: { version: '1', text: RECORDING[language] },
})

const CONFIDENTIALITY: Record<Language, string> = {
  zh: `本协议由来访学生与辅导老师在开始辅导前共同签订。
一、保密的范围：来访者的身份、谈话内容、测验结果、书信与作品，以及由此形成的全部记录。
二、辅导老师不向任何人透露以上内容；记录加密保管于辅导室，未经许可不得查阅、复制或外借，不作诊断证明，不用于综合评价。
三、保密的例外：来访者或他人的生命安全有危险；未成年人受到或可能受到侵害、虐待；司法机关依法调取。遇到例外，只告诉必须知道的人必须知道的内容，并尽可能事先告诉来访者。
四、用于督导或案例讨论时，隐去姓名、班级和一切可以辨认身份的信息，并事先征得来访者同意。
五、来访者不对谈话录音、录像，不公开辅导老师在谈话中说到的他人信息。
六、记录按学校规定的年限保存，期满经两人批准后销毁，并留销毁记录。
七、本协议一式两份，双方各执一份，自签字之日起生效，辅导结束后继续有效。`,
  en: `This agreement is made between the student and the counselor before counseling begins.
1. Confidential are: who comes, what is said, test results, letters and works, and every record made of them.
2. The counselor tells none of this to anybody. Records are kept encrypted in the counseling room; they are not read, copied or lent out without permission, are no medical certificate, and are not used for any assessment of the student.
3. Exceptions: a life is in danger; a minor suffers or may suffer abuse or assault; a court or the police ask by law. Then only those who must know are told only what they must know, and the student is told first wherever possible.
4. For supervision or case discussion, name, class and everything that could identify the student is taken out, and the student is asked first.
5. The student does not record the talks and does not make public what the counselor said about others.
6. Records are kept for as long as the school rules say and are then destroyed with the approval of two people, with a record of it.
7. Two copies are made, one for each side. The agreement holds from the day it is signed and goes on after counseling has ended.`,
}

const AGREEMENT: Record<Language, string> = {
  zh: `来访学生与辅导老师经过商量，就接下来的辅导约定如下：
一、工作重点、希望达到的目标和使用的方法写在下面的表里；目标以来访者自己能看到的变化来写。
二、时间安排：一般每周一次，每次不超过 50 分钟，约定次数满后一起回顾。
三、来访者按时前来，需要改期时提前一天告知；愿意如实表达自己的感受，也可以说“不”。
四、辅导老师准时开始和结束，尊重来访者的节奏；超出自己能力时，说明情况并协助转介。
五、任何一方都可以提出修改或结束本约定，提出后先谈一次再决定。
本协议一式两份，双方各执一份。`,
  en: `The student and the counselor have talked it over and agree on the following:
1. What we work on, what we hope to reach and the method are written in the table below; goals are changes that the student will be able to see.
2. Time: usually once a week, up to 50 minutes; after the agreed number of sessions we look back together.
3. The student comes on time, tells a day ahead if another time is needed, says honestly how it is, and may say no.
4. The counselor begins and ends on time, keeps to the student’s pace and, where it is beyond her competence, says so and helps to find another place.
5. Either side may ask to change or end this agreement; then we talk once before deciding.
Two copies are made, one for each side.`,
}

const RECORDING: Record<Language, string> = {
  zh: `辅导老师希望对谈话录音或录像。请在签字前了解：
一、目的：仅用于下面勾选或写明的用途，不作他用。
二、方式：录音或录像，由辅导老师操作；开始和结束都会告诉你。
三、保管：存放于辅导室加锁的柜内或加密的设备中，不上传网络；用毕或一年之内销毁，并留记录。
四、用于督导时，只给负责督导的老师听或看，并隐去身份。
五、你可以不同意，不同意不影响辅导；同意之后也可以随时要求停止、收回同意，或要求销毁已有的录音录像。
六、未满十四周岁的，须由监护人一并签字。`,
  en: `The counselor would like to record our talks. Before you sign, please know:
1. Purpose: only what is ticked or written below, nothing else.
2. How: sound or video, made by the counselor; you are told when it begins and ends.
3. Keeping: in a locked cupboard of the counseling room or on an encrypted device, never on a network; destroyed after use or within a year, with a record of it.
4. For supervision only the supervisor hears or sees it, and your identity is taken out.
5. You may decline, and counseling goes on all the same. Having agreed, you may have it stopped, withdraw, or ask for what was recorded to be destroyed at any time.
6. Under the age of 14 a guardian signs as well.`,
}
