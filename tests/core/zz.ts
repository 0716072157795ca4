import fs from 'node:fs'
import { classesOf, digest, expectedOf, understandSample } from './roster-samples.ts'
const e=expectedOf('roster-messy.xlsx')
for (const f of process.argv.slice(2)) { const t=performance.now()
 try { const u=await understandSample(fs.readFileSync(f),'junior',classesOf(e))
 console.log(f,(performance.now()-t)|0,u.rows,u.planned.length,u.duplicates.length,u.errors.length,u.warnings.length, JSON.stringify(u.errors.map(x=>[x.row,x.reason]))===JSON.stringify(e.errors.map(x=>[x.row,x.reason])))
 for(const k in e.digests) if(digest(u.planned,k)!==e.digests[k]) console.log('  differs',k)
 if(u.errors.length>12) console.log(u.errors.slice(0,8)) } catch(x){console.log(f,x)}}
