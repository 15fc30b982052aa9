import { type Role, ROLES } from '#platform/context.ts';
import { useWords } from '#staff/words.tsx';
import { Select } from '#ui/select.tsx';

interface RoleFieldProps {
  value: Role | null;
  onChange: (role: Role) => void;
  hint?: string;
}

/** One of the roles, each with what it lets do. */
export function RoleField(props: RoleFieldProps) {
  const t = useWords();
  return (
    <Select<Role>
      {...props}
      name="role"
      label={t('identity:roles.role')}
      options={ROLES.map((value) => ({
        value,
        label: t(`identity:role.${value}`),
        detail: t(`identity:roleDoes.${value}`),
      }))}
    />
  );
}
