create extension if not exists "uuid-ossp" with schema extensions;
create extension if not exists pg_cron with schema extensions;
create extension if not exists moddatetime schema extensions;

create type public.membership as enum ('free', 'paid');

-- A profile beside each account
create table public.profiles (
  id uuid not null references auth.users on delete cascade,
  username text unique,
  avatar_url text,
  membership public.membership not null default 'free',
  updated_at timestamp with time zone,

  primary key (id),
  constraint username_length check (char_length(username) >= 3)
);

create table public.notes (
  id uuid primary key default uuid_generate_v4(),
  author uuid references public.profiles (id) not null,
  body text not null check (body <> ''),
  inserted_at timestamptz default timezone('utc'::text, now()) not null
);

alter table public.profiles enable row level security;
alter table notes enable row level security;

create policy "Public profiles are viewable by everyone." on profiles
  for select using (true);

create policy "Users can insert their own profile." on profiles
  for insert with check (auth.uid() = id);

create policy "Signed-in people read notes" on notes
  for select to authenticated using (true);

create or replace function public.handle_new_user()
returns trigger
language plpgsql
security definer set search_path = ''
as $$
begin
  insert into public.profiles (id, username)
  values (new.id, new.raw_user_meta_data ->> 'username');
  return new;
end;
$$;

create trigger on_auth_user_created
  after insert on auth.users
  for each row execute procedure public.handle_new_user();

create trigger handle_updated_at before update on profiles
  for each row execute procedure extensions.moddatetime (updated_at);

insert into storage.buckets (id, name) values ('avatars', 'avatars');

begin;
  drop publication if exists supabase_realtime;
  create publication supabase_realtime;
commit;
alter publication supabase_realtime add table notes;

grant select on table public.notes to anon, authenticated, service_role;
select cron.schedule('tidy', '0 3 * * *', $$delete from public.notes where body = ''$$);
