import type { NamedPeople } from './api/read-names-of-people';

/** A function from a person's id to the name; former members are named as such. */
export function personNamer(people: NamedPeople): (userId: string) => string {
  return (userId) => {
    const person = people.get(userId);
    if (!person) return 'a former member';
    return person.is_member ? person.full_name : `${person.full_name} (former member)`;
  };
}
