/** Words of the activity log for what comes before and around a case; part of `words/audit.ts`. */
export const zh = {
  stage: {
    read: '查看阶段小结',
    saved: '保存阶段小结',
    finished: '写完阶段小结',
    delivered: '记录阶段小结已交家里',
    skipped: '本个案不做阶段小结',
  },
  aid: {
    read: '查看困难关怀与资助转介',
    marked: '标记困难关怀',
    'mark-ended': '结束困难关怀',
    referred: '资助转介',
    changed: '更改资助转介',
    answered: '登记资助答复',
    withdrawn: '撤回资助转介',
    removed: '资助转介移到回收站',
  },
  acceptance: {
    read: '查看接案申请',
    requested: '登记接案申请',
    changed: '更正接案申请',
    assigned: '分派接案申请',
    accepted: '接案',
    returned: '退回接案申请',
    declined: '接案申请因学生暂不愿意来了结',
    removed: '接案申请移到回收站',
  },
  decline: {
    read: '查看暂不愿意来的记录',
    recorded: '记录暂不愿意来',
    changed: '更正暂不愿意来的记录',
    ended: '结束暂不愿意来',
    removed: '暂不愿意来的记录移到回收站',
  },
}

export const en: typeof zh = {
  stage: {
    read: 'Stage summaries read',
    saved: 'Stage summary saved',
    finished: 'Stage summary finished',
    delivered: 'Stage summary handed over',
    skipped: 'No stage summary in a case',
  },
  aid: {
    read: 'Hard times and aid referrals read',
    marked: 'Hard times at home marked',
    'mark-ended': 'Hard times at home ended',
    referred: 'Referred for student aid',
    changed: 'Aid referral changed',
    answered: 'Answer about aid recorded',
    withdrawn: 'Aid referral withdrawn',
    removed: 'Aid referral moved to the bin',
  },
  acceptance: {
    read: 'read a request to take on',
    requested: 'registered a request to take on',
    changed: 'corrected a request to take on',
    assigned: 'assigned a request to take on',
    accepted: 'took a student on',
    returned: 'gave a request back',
    declined: 'request answered, the student does not want to come',
    removed: 'moved a request to the bin',
  },
  decline: {
    read: 'read that a student does not want to come',
    recorded: 'recorded that a student does not want to come',
    changed: 'corrected that a student does not want to come',
    ended: 'a student wants to come again',
    removed: 'moved to the bin that a student does not want to come',
  },
}
