/** Words of the papers about the records as a whole: backup, its passphrase, the log. */
export const zh = {
  certificate: {
    title: '备份与恢复演练证明',
    sentence:
      '兹证明：{{at}}，本室用“{{place}}”上 {{madeAt}} 的备份做了恢复演练，在空白处打开并逐项比对，学生 {{students}} 人、来访 {{visits}} 次、记录 {{notes}} 份，全部与备份时一致。',
    notProven:
      '{{at}}，本室用“{{place}}”上 {{madeAt}} 的备份做了恢复演练，没有通过。打开后读到学生 {{students}} 人、来访 {{visits}} 次、记录 {{notes}} 份。须尽快重新备份并再次演练。',
    rehearsal: '一、恢复演练',
    check: '二、记录文件全面检查',
    at: '时间',
    verdict: '结果',
    passed: '通过',
    failed: '未通过',
    place: '备份所在',
    madeAt: '备份时间',
    students: '学生',
    visits: '来访',
    notes: '记录',
    head: '日志凭证',
    set: '备份名称',
    pages: '检查页数',
    rows: '检查行数',
    counselor: '心理教师（签名）',
    leader: '分管领导（签名）',
    means:
      '说明：恢复演练由程序在这台电脑上自动完成，备份被完整读出、解密、打开，数量、摘要和操作日志末尾与备份时逐项比对；不改动现有记录，用后即清除。本页不含学生信息。',
  },
  witness: {
    title: '操作日志凭证',
    what: '程序每周把操作日志当时的末尾记成 16 位凭证。请把本页交给心理辅导室以外的第二个人保管。',
    week: '周',
    at: '记下的时间',
    rows: '日志行数',
    head: '凭证（16 位）',
    sign: '保管人签名',
    counselor: '心理教师（签名）',
    keeper: '第二保管人（签名）',
    how: '核对办法：在程序里检验操作日志，或重新打印本页，把同一周的凭证与本页逐位对照。一致，说明那一周以前的日志没有被增删改；不一致，请停止使用并通知分管领导。本页不含学生信息。',
  },
  passphrase: {
    title: '备份口令单',
    what: '电脑损坏、丢失或更换时，凭备份和这个口令就能恢复全部记录。每天用的密码打不开备份。',
    passphrase: '备份口令',
    opens: '能打开什么',
    opensText: '启用之日起做的所有备份。恢复码也能打开备份；两者都丢失，备份就无法打开，任何人都无法代为找回。',
    how: '1. 本页打印一式两份，分别装入两个信封，封口处签名并写明日期。\n2. 一份交学校保险柜（或校长指定的保管人），一份由心理辅导室另行存放。\n3. 不与备份 U 盘放在一起，不贴在 U 盘上。\n4. 不拍照、不扫描、不录入电脑。换新口令后，旧页仍能打开换之前的备份，请与新页一并保管或按学校规定销毁。',
  },
}

export const en: typeof zh = {
  certificate: {
    title: 'Certificate of Backup and Rehearsal',
    sentence:
      'On {{at}} this room rehearsed a restore with the backup of {{madeAt}} kept on “{{place}}”: it was opened in an empty place and compared item by item. {{students}} students, {{visits}} visits and {{notes}} notes, all as they were when the backup was made.',
    notProven:
      'On {{at}} this room rehearsed a restore with the backup of {{madeAt}} kept on “{{place}}”, and it did not pass. {{students}} students, {{visits}} visits and {{notes}} notes could be read. A new backup and another rehearsal are due now.',
    rehearsal: '1. Rehearsal of a restore',
    check: '2. Full check of the record file',
    at: 'Time',
    verdict: 'Result',
    passed: 'Passed',
    failed: 'Not passed',
    place: 'Backup kept on',
    madeAt: 'Backup made',
    students: 'Students',
    visits: 'Visits',
    notes: 'Notes',
    head: 'Log witness',
    set: 'Name of the backup',
    pages: 'Pages checked',
    rows: 'Rows checked',
    counselor: 'Counselor (signature)',
    leader: 'Head in charge (signature)',
    means:
      'The rehearsal is done by the program on this computer: the backup is read in full, decrypted and opened; counts, digests and the end of the activity log are compared with those of the day it was made. The records themselves are not touched, and the copy is removed. This page holds nothing about any student.',
  },
  witness: {
    title: 'Witness Sheet of the Activity Log',
    what: 'Once a week the program writes down where the activity log stands, as sixteen signs. Please give this page to a second person outside the counseling room.',
    week: 'Week',
    at: 'Written down',
    rows: 'Log rows',
    head: 'Witness (16 signs)',
    sign: 'Keeper’s signature',
    counselor: 'Counselor (signature)',
    keeper: 'Second keeper (signature)',
    how: 'To compare: verify the log in the program, or print this page again, and compare the signs of the same week one by one. If they agree, nothing in the log before that week was added, changed or removed; if not, stop using the program and tell the head in charge. This page holds nothing about any student.',
  },
  passphrase: {
    title: 'Backup Passphrase',
    what: 'If the computer breaks, is lost or is replaced, a backup and this passphrase bring all records back. The daily password does not open a backup.',
    passphrase: 'Backup passphrase',
    opens: 'What it opens',
    opensText:
      'Every backup made since it was put into use. The recovery code opens them as well; if both are lost, no backup can be opened by anyone, ever.',
    how: '1. Print this page twice. Put each copy into its own envelope, sign across the flap and write the date.\n2. One goes into the school safe (or to the person the principal names), one is kept by the counseling room elsewhere.\n3. Never together with a backup stick, and never stuck to one.\n4. No photographs, no scans, not typed into a computer. After a new passphrase was made, the old page still opens the older backups: keep it with the new one, or destroy it as the school prescribes.',
  },
}
