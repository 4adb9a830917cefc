import { Avatar } from './avatar.mjs';
import { become } from './become.mjs';
import { closeDialog, Dialog } from './dialog.mjs';
import { classes, html } from './html.mjs';
import { room, store } from './store.mjs';
import { attempt } from './toast.mjs';

/** Who one wants to be: neighbours first, then the officials; those of the open group are marked. */
export function PeopleDialog() {
  const { village, me } = store.state;
  const groups = [
    ['村民', village.people.filter((p) => p.badge === '')],
    ['干部和单位', village.people.filter((p) => p.badge !== '')],
  ];
  return html`<${Dialog} title="你想当谁？" fixed=${me === null} kind="people">
    <p class="hint-text">换个人就换一部手机：村民发诉求，干部来办。</p>
    ${groups.map(
      ([name, people]) =>
        html`<section key=${name}>
          <h3>${name}</h3>
          <ul class="people">
            ${people.map((p) => html`<li key=${p.id}><${Person} person=${p} /></li>`)}
          </ul>
        </section>`,
    )}
  </${Dialog}>`;
}

function Person({ person }) {
  const { me, open } = store.state;
  const here = open && open !== 'bot' && room(open)?.members.includes(person.id);
  const choose = () => attempt(() => become(person.id)).then((well) => well && closeDialog());
  return html`<button class=${classes('person', person.id === me && 'chosen')} onClick=${choose}>
    <${Avatar} id=${person.id} />
    <span class="person-text">
      <span class="person-name">
        ${person.name}${person.badge && html`<span class="role">${person.badge}</span>`}
      </span>
      <span class="person-about">${person.about}</span>
    </span>
    ${here && html`<span class="here">在这个群</span>`}
  </button>`;
}
