import type { Census } from '../../src/village/api.js';

/** Two villages, a township's and the county's work group, and the officials of them. */
export const CENSUS: Census = {
  county: '衡岭县',
  groups: [
    { topic: '石门社区监督服务群', kind: 'village', place: '店门镇/石门社区' },
    { topic: '枫树坳村便民服务群', kind: 'village', place: '店门镇/枫树坳村' },
    { topic: '店门镇工作群', kind: 'work', place: '店门镇' },
    { topic: '县群众工作群', kind: 'work', place: '' },
  ],
  officials: [
    official('彭立新', 'wxid_peng', 'village_head', '店门镇/石门社区'),
    official('周小满', 'wxid_zhou', 'village_cadre', '店门镇/石门社区'),
    official('陈小燕', 'wxid_chen', 'volunteer', '店门镇/石门社区'),
    official('向明德', 'wxid_xiang', 'village_head', '店门镇/枫树坳村'),
    official('李望秋', 'wxid_li', 'township_leader', '店门镇'),
    official('交通局', 'wxid_jt', 'department', ''),
    official('欧清和', 'wxid_ou', 'inspector', ''),
    official('县办', 'wxid_admin', 'admin', ''),
  ],
};

type Office = Census['officials'][number]['offices'][number];

function official(
  name: string,
  id: string,
  role: Office['role'],
  place: string,
): Census['officials'][number] {
  return { name, contacts: [id], offices: [{ role, place }] };
}
