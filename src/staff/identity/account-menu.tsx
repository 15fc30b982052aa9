import { Button } from 'react-aria-components/Button';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { useNavigate } from 'react-router';
import { type Language, LANGUAGES } from '#platform/language.ts';
import { useSession } from '#staff/session.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Icon } from '#ui/icon.tsx';
import style from './account-menu.module.css';
import { useOwnLanguage } from './own-language.ts';
import { useSignOut } from './sign-out.ts';

/** Who is signed in, and what concerns only them: language, password, signing out. */
export function AccountMenu() {
  const t = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const { account } = useSession();
  const changeLanguage = useOwnLanguage();
  const signOut = useSignOut();
  return (
    <div className={style.place}>
      <MenuTrigger>
        <Button
          className={style.button ?? ''}
          aria-label={t('identity:menu.of', { name: account.name })}
        >
          <Icon name="person" size={18} />
          <span className={style.name}>{account.name}</span>
          <Icon name="chevron-down" size={14} />
        </Button>
        <Popover className={style.popover ?? ''} placement="top start">
          <Menu className={style.menu ?? ''}>
            <MenuItem className={style.item ?? ''} onAction={() => void navigate('/staff/me')}>
              {t('identity:menu.me')}
            </MenuItem>
            <MenuSection
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[language]}
              onSelectionChange={(keys) =>
                keys !== 'all' && keys.forEach((key) => changeLanguage(key as Language))
              }
            >
              <Header className={style.header ?? ''}>{t('identity:language')}</Header>
              {LANGUAGES.map((each) => (
                <MenuItem
                  key={each}
                  id={each}
                  className={style.item ?? ''}
                  textValue={t(`identity:languages.${each}`)}
                >
                  <span lang={each}>{t(`identity:languages.${each}`)}</span>
                  {each === language && <Icon name="check" size={14} />}
                </MenuItem>
              ))}
            </MenuSection>
            <Separator className={style.line ?? ''} />
            <MenuItem className={style.item ?? ''} onAction={() => signOut('here')}>
              {t('identity:signOut')}
            </MenuItem>
            <MenuItem className={style.item ?? ''} onAction={() => signOut('everywhere')}>
              {t('identity:signOutEverywhere')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}
