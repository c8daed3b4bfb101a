/** Of PostgreSQL 18's catalogue what canonical SQL reaches. Written by catalogue-data.test.ts; do not edit. */

/** Name, category (* when preferred in it), what a range is of, name in full where it differs. */
export const TYPES = `
bool B* boolean
bytea U
char Z "char"
name S
int8 N bigint
int2 N smallint
int4 N integer
text S*
oid N*
tid U
xid U
cid U
json U
xml U
point G
lseg G
path G
box G
polygon G
line G
cidr I
float4 N real
float8 N* double_precision
circle G
macaddr8 U
money N
macaddr U
inet I*
aclitem U
bpchar S character
varchar S character_varying
date D
time D time_without_time_zone
timestamp D timestamp_without_time_zone
timestamptz D* timestamp_with_time_zone
interval T*
timetz D time_with_time_zone
bit V
varbit V* bit_varying
numeric N
regclass N
regtype N
record P
any P "any"
anyarray P
anyelement P
anynonarray P
uuid U
pg_lsn U
anyenum P
tsvector U
tsquery U
regconfig N
jsonb U
anyrange P
int4range R (int4)
numrange R (numeric)
tsrange R (timestamp)
tstzrange R (timestamptz)
daterange R (date)
int8range R (int8)
jsonpath U
int4multirange R (int4range)
nummultirange R (numrange)
tsmultirange R (tsrange)
tstzmultirange R (tstzrange)
datemultirange R (daterange)
int8multirange R (int8range)
anymultirange P
xid8 U
anycompatible P
anycompatiblearray P
`;

/** From, then `i` implicit, `a` in assignments, `e` explicit; ! where no function is called. */
export const CASTS = `
bool e:int4 a:text,bpchar,varchar
bytea e:int8,int2,int4
char i:text e:int4 a:bpchar,varchar
name i:text a:bpchar,varchar
int8 i:oid,float4,float8,numeric,regclass,regtype,regconfig e:bytea,bit a:int2,int4,money
int2 i:int8,int4,oid,float4,float8,numeric,regclass,regtype,regconfig e:bytea
int4 i:int8,oid!,float4,float8,numeric,regclass!,regtype!,regconfig! e:bool,bytea,char,bit a:int2,money
text i:name,bpchar!,varchar!,regclass e:xml a:char
oid i:regclass!,regtype!,regconfig! a:int8,int4!
json a:jsonb
xml a:text!,bpchar!,varchar!
point a:box
lseg e:point
path a:polygon
box e:point,lseg,circle a:polygon
polygon e:point,box,circle a:path
cidr i:inet! a:text,bpchar,varchar
float4 i:float8 a:int8,int2,int4,numeric
float8 a:int8,int2,int4,float4,numeric
circle e:point,box,polygon
macaddr8 i:macaddr
money a:numeric
macaddr i:macaddr8
inet a:text,cidr,bpchar,varchar
bpchar i:name,text,bpchar,varchar e:xml a:char
varchar i:name,text!,bpchar!,varchar,regclass e:xml a:char
date i:timestamp,timestamptz
time i:time,interval,timetz
timestamp i:timestamp,timestamptz a:date,time
timestamptz i:timestamptz a:date,time,timestamp,timetz
interval i:interval a:time
timetz i:timetz a:time
bit i:bit,varbit! e:int8,int4
varbit i:bit!,varbit
numeric i:float4,float8,numeric a:int8,int2,int4,money
regclass i:oid! a:int8,int4!
regtype i:oid! a:int8,int4!
regconfig i:oid! a:int8,int4!
jsonb e:bool,int8,int2,int4,float4,float8,numeric a:json
int4range e:int4multirange
numrange e:nummultirange
tsrange e:tsmultirange
tstzrange e:tstzmultirange
daterange e:datemultirange
int8range e:int8multirange
xid8 e:xid
`;

/** Name, then left,right=result; left is empty for a prefix. */
export const OPERATORS = `
!~ name,text=bool text,text=bool bpchar,text=bool
!~* name,text=bool text,text=bool bpchar,text=bool
!~~ name,text=bool text,text=bool bpchar,text=bool bytea,bytea=bool
!~~* name,text=bool text,text=bool bpchar,text=bool
# ,path=int4 box,box=box ,polygon=int4 lseg,lseg=point line,line=point bit,bit=bit int2,int2=int2 int4,int4=int4 int8,int8=int8
#- jsonb,text[]=jsonb
#> jsonb,text[]=jsonb json,text[]=json
#>> jsonb,text[]=text json,text[]=text
% int8,int8=int8 int2,int2=int2 int4,int4=int4 numeric,numeric=numeric
& bit,bit=bit int2,int2=int2 int4,int4=int4 int8,int8=int8 inet,inet=inet macaddr,macaddr=macaddr macaddr8,macaddr8=macaddr8
&& polygon,polygon=bool box,box=bool circle,circle=bool anyarray,anyarray=bool anyrange,anymultirange=bool anymultirange,anyrange=bool anymultirange,anymultirange=bool inet,inet=bool tsquery,tsquery=tsquery anyrange,anyrange=bool
&< polygon,polygon=bool box,box=bool circle,circle=bool anyrange,anymultirange=bool anymultirange,anyrange=bool anymultirange,anymultirange=bool anyrange,anyrange=bool
&> polygon,polygon=bool box,box=bool circle,circle=bool anyrange,anymultirange=bool anyrange,anyrange=bool anymultirange,anyrange=bool anymultirange,anymultirange=bool
* int4,int4=int4 int2,int2=int2 int2,int4=int4 int4,int2=int4 float4,float4=float4 float8,float8=float8 int8,int8=int8 int8,int4=int8 int4,int8=int8 point,point=point path,point=path box,point=box int8,int2=int8 int2,int8=int8 money,float4=money float4,money=money money,float8=money money,int4=money money,int2=money float8,money=money int4,money=money int2,money=money float4,float8=float8 float8,float4=float8 circle,point=circle interval,float8=interval float8,interval=interval numeric,numeric=numeric money,int8=money int8,money=money anyrange,anyrange=anyrange anymultirange,anymultirange=anymultirange
+ int2,int2=int2 int4,int4=int4 int2,int4=int4 int4,int2=int4 float4,float4=float4 float8,float8=float8 int8,int8=int8 int8,int4=int8 int4,int8=int8 point,point=point path,path=path path,point=path box,point=box int8,int2=int8 int2,int8=int8 money,money=money aclitem[],aclitem=aclitem[] date,interval=timestamp date,int4=date float4,float8=float8 float8,float4=float8 timestamptz,interval=timestamptz interval,interval=interval date,time=timestamp date,timetz=timestamptz time,date=timestamp timetz,date=timestamptz circle,point=circle numeric,numeric=numeric time,interval=time timetz,interval=timetz interval,time=time ,int8=int8 ,int2=int2 ,int4=int4 ,float4=float4 ,float8=float8 ,numeric=numeric timestamp,interval=timestamp interval,date=timestamp interval,timetz=timetz interval,timestamp=timestamp interval,timestamptz=timestamptz int4,date=date inet,int8=inet int8,inet=inet anyrange,anyrange=anyrange anymultirange,anymultirange=anymultirange pg_lsn,numeric=pg_lsn numeric,pg_lsn=pg_lsn
- ,int8=int8 int2,int2=int2 int4,int4=int4 int2,int4=int4 int4,int2=int4 ,int4=int4 ,int2=int2 ,float4=float4 ,float8=float8 float4,float4=float4 float8,float8=float8 int8,int8=int8 int8,int4=int8 int4,int8=int8 point,point=point path,point=path box,point=box int8,int2=int8 int2,int8=int8 money,money=money aclitem[],aclitem=aclitem[] date,interval=timestamp date,date=int4 date,int4=date float4,float8=float8 float8,float4=float8 timestamptz,timestamptz=interval timestamptz,interval=timestamptz ,interval=interval interval,interval=interval time,time=interval circle,point=circle ,numeric=numeric numeric,numeric=numeric time,interval=time timetz,interval=timetz timestamp,timestamp=interval timestamp,interval=timestamp inet,int8=inet inet,inet=int8 pg_lsn,pg_lsn=numeric jsonb,text=jsonb jsonb,int4=jsonb jsonb,text[]=jsonb anyrange,anyrange=anyrange anymultirange,anymultirange=anymultirange pg_lsn,numeric=pg_lsn
-> jsonb,text=jsonb jsonb,int4=jsonb json,text=json json,int4=json
->> jsonb,text=text jsonb,int4=text json,text=text json,int4=text
-|- anyrange,anyrange=bool anyrange,anymultirange=bool anymultirange,anyrange=bool anymultirange,anymultirange=bool
/ int2,int2=int2 int4,int4=int4 int2,int4=int4 int4,int2=int4 float4,float4=float4 float8,float8=float8 int8,int8=int8 int8,int4=int8 int4,int8=int8 point,point=point path,point=path box,point=box int8,int2=int8 int2,int8=int8 money,float4=money money,float8=money money,int4=money money,int2=money float4,float8=float8 float8,float4=float8 circle,point=circle interval,float8=interval numeric,numeric=numeric money,int8=money money,money=float8
< int4,int8=bool bool,bool=bool int2,int2=bool int4,int4=bool name,text=bool text,name=bool int8,int8=bool int8,int4=bool box,box=bool int2,int4=bool int4,int2=bool oid,oid=bool float4,float4=bool char,char=bool name,name=bool text,text=bool float8,float8=bool path,path=bool money,money=bool bpchar,bpchar=bool anyarray,anyarray=bool date,date=bool time,time=bool float4,float8=bool float8,float4=bool inet,inet=bool macaddr,macaddr=bool timestamptz,timestamptz=bool interval,interval=bool circle,circle=bool timetz,timetz=bool lseg,lseg=bool numeric,numeric=bool bit,bit=bool varbit,varbit=bool int2,int8=bool int8,int2=bool bytea,bytea=bool timestamp,timestamp=bool date,timestamp=bool date,timestamptz=bool timestamp,date=bool timestamptz,date=bool timestamp,timestamptz=bool timestamptz,timestamp=bool tid,tid=bool anymultirange,anymultirange=bool uuid,uuid=bool record,record=bool pg_lsn,pg_lsn=bool jsonb,jsonb=bool macaddr8,macaddr8=bool anyenum,anyenum=bool tsvector,tsvector=bool tsquery,tsquery=bool anyrange,anyrange=bool xid8,xid8=bool
<-> point,point=float8 box,point=float8 point,line=float8 point,lseg=float8 point,box=float8 lseg,line=float8 lseg,box=float8 point,path=float8 box,box=float8 path,path=float8 line,line=float8 lseg,lseg=float8 polygon,polygon=float8 line,point=float8 lseg,point=float8 line,lseg=float8 box,lseg=float8 path,point=float8 polygon,circle=float8 circle,circle=float8 point,circle=float8 circle,polygon=float8 point,polygon=float8 polygon,point=float8 circle,point=float8 tsquery,tsquery=tsquery
<< polygon,polygon=bool box,box=bool point,point=bool inet,inet=bool circle,circle=bool bit,int4=bit int2,int4=int2 int4,int4=int4 int8,int4=int8 anyrange,anyrange=bool anyrange,anymultirange=bool anymultirange,anyrange=bool anymultirange,anymultirange=bool
<<= inet,inet=bool
<= int4,int8=bool name,text=bool text,name=bool int8,int8=bool int8,int4=bool box,box=bool int2,int2=bool int4,int4=bool int2,int4=bool int4,int2=bool oid,oid=bool float4,float4=bool char,char=bool name,name=bool text,text=bool float8,float8=bool path,path=bool money,money=bool bpchar,bpchar=bool anyarray,anyarray=bool date,date=bool time,time=bool float4,float8=bool float8,float4=bool inet,inet=bool macaddr,macaddr=bool timestamptz,timestamptz=bool interval,interval=bool circle,circle=bool timetz,timetz=bool lseg,lseg=bool bool,bool=bool numeric,numeric=bool bit,bit=bool varbit,varbit=bool int2,int8=bool int8,int2=bool bytea,bytea=bool timestamp,timestamp=bool date,timestamp=bool date,timestamptz=bool timestamp,date=bool timestamptz,date=bool timestamp,timestamptz=bool timestamptz,timestamp=bool tid,tid=bool anymultirange,anymultirange=bool uuid,uuid=bool record,record=bool pg_lsn,pg_lsn=bool jsonb,jsonb=bool macaddr8,macaddr8=bool anyenum,anyenum=bool tsvector,tsvector=bool tsquery,tsquery=bool anyrange,anyrange=bool xid8,xid8=bool
<> int4,int8=bool bool,bool=bool name,text=bool text,name=bool tid,tid=bool int8,int8=bool int8,int4=bool int4,int4=bool int2,int2=bool text,text=bool int2,int4=bool int4,int2=bool oid,oid=bool float4,float4=bool char,char=bool name,name=bool float8,float8=bool point,point=bool money,money=bool bpchar,bpchar=bool anyarray,anyarray=bool date,date=bool time,time=bool float4,float8=bool float8,float4=bool inet,inet=bool macaddr,macaddr=bool timestamptz,timestamptz=bool interval,interval=bool circle,circle=bool timetz,timetz=bool lseg,lseg=bool numeric,numeric=bool bit,bit=bool varbit,varbit=bool int2,int8=bool int8,int2=bool bytea,bytea=bool timestamp,timestamp=bool date,timestamp=bool date,timestamptz=bool timestamp,date=bool timestamptz,date=bool timestamp,timestamptz=bool timestamptz,timestamp=bool anymultirange,anymultirange=bool uuid,uuid=bool record,record=bool pg_lsn,pg_lsn=bool jsonb,jsonb=bool xid,xid=bool xid,int4=bool macaddr8,macaddr8=bool anyenum,anyenum=bool tsvector,tsvector=bool tsquery,tsquery=bool anyrange,anyrange=bool xid8,xid8=bool
<@ polygon,polygon=bool box,box=bool point,box=bool point,path=bool point,polygon=bool point,circle=bool circle,circle=bool point,line=bool point,lseg=bool lseg,line=bool lseg,box=bool anyarray,anyarray=bool anyelement,anymultirange=bool anyrange,anymultirange=bool anymultirange,anymultirange=bool jsonb,jsonb=bool tsquery,tsquery=bool anyelement,anyrange=bool anyrange,anyrange=bool anymultirange,anyrange=bool
= int4,int8=bool bool,bool=bool char,char=bool name,name=bool int2,int2=bool int4,int4=bool text,text=bool name,text=bool text,name=bool xid,xid=bool xid,int4=bool cid,cid=bool tid,tid=bool int8,int8=bool int8,int4=bool box,box=bool int2,int4=bool int4,int2=bool oid,oid=bool float4,float4=bool float8,float8=bool path,path=bool money,money=bool aclitem,aclitem=bool bpchar,bpchar=bool anyarray,anyarray=bool date,date=bool time,time=bool float4,float8=bool float8,float4=bool inet,inet=bool macaddr,macaddr=bool timestamptz,timestamptz=bool interval,interval=bool circle,circle=bool lseg,lseg=bool timetz,timetz=bool line,line=bool numeric,numeric=bool bit,bit=bool varbit,varbit=bool int2,int8=bool int8,int2=bool bytea,bytea=bool timestamp,timestamp=bool date,timestamp=bool date,timestamptz=bool timestamp,date=bool timestamptz,date=bool timestamp,timestamptz=bool timestamptz,timestamp=bool anymultirange,anymultirange=bool uuid,uuid=bool record,record=bool pg_lsn,pg_lsn=bool jsonb,jsonb=bool macaddr8,macaddr8=bool anyenum,anyenum=bool tsvector,tsvector=bool tsquery,tsquery=bool anyrange,anyrange=bool xid8,xid8=bool
> bool,bool=bool int4,int8=bool name,text=bool text,name=bool int8,int8=bool int8,int4=bool box,box=bool int2,int2=bool int4,int4=bool int2,int4=bool int4,int2=bool oid,oid=bool float4,float4=bool char,char=bool name,name=bool text,text=bool float8,float8=bool path,path=bool money,money=bool bpchar,bpchar=bool anyarray,anyarray=bool date,date=bool time,time=bool float4,float8=bool float8,float4=bool inet,inet=bool macaddr,macaddr=bool timestamptz,timestamptz=bool interval,interval=bool circle,circle=bool timetz,timetz=bool lseg,lseg=bool numeric,numeric=bool bit,bit=bool varbit,varbit=bool int2,int8=bool int8,int2=bool bytea,bytea=bool timestamp,timestamp=bool date,timestamp=bool date,timestamptz=bool timestamp,date=bool timestamptz,date=bool timestamp,timestamptz=bool timestamptz,timestamp=bool tid,tid=bool anymultirange,anymultirange=bool uuid,uuid=bool record,record=bool pg_lsn,pg_lsn=bool jsonb,jsonb=bool macaddr8,macaddr8=bool anyenum,anyenum=bool tsvector,tsvector=bool tsquery,tsquery=bool anyrange,anyrange=bool xid8,xid8=bool
>= int4,int8=bool name,text=bool text,name=bool int8,int8=bool int8,int4=bool box,box=bool int2,int2=bool int4,int4=bool int2,int4=bool int4,int2=bool oid,oid=bool float4,float4=bool char,char=bool name,name=bool text,text=bool float8,float8=bool path,path=bool money,money=bool bpchar,bpchar=bool anyarray,anyarray=bool date,date=bool time,time=bool float4,float8=bool float8,float4=bool inet,inet=bool macaddr,macaddr=bool timestamptz,timestamptz=bool interval,interval=bool circle,circle=bool timetz,timetz=bool lseg,lseg=bool bool,bool=bool numeric,numeric=bool bit,bit=bool varbit,varbit=bool int2,int8=bool int8,int2=bool bytea,bytea=bool timestamp,timestamp=bool date,timestamp=bool date,timestamptz=bool timestamp,date=bool timestamptz,date=bool timestamp,timestamptz=bool timestamptz,timestamp=bool tid,tid=bool anymultirange,anymultirange=bool uuid,uuid=bool record,record=bool pg_lsn,pg_lsn=bool jsonb,jsonb=bool macaddr8,macaddr8=bool anyenum,anyenum=bool tsvector,tsvector=bool tsquery,tsquery=bool anyrange,anyrange=bool xid8,xid8=bool
>> polygon,polygon=bool box,box=bool point,point=bool inet,inet=bool circle,circle=bool bit,int4=bit int2,int4=int2 int4,int4=int4 int8,int4=int8 anyrange,anyrange=bool anyrange,anymultirange=bool anymultirange,anyrange=bool anymultirange,anymultirange=bool
>>= inet,inet=bool
? jsonb,text=bool
?& jsonb,text[]=bool
?| point,point=bool ,lseg=bool ,line=bool jsonb,text[]=bool
@ ,int8=int8 ,float4=float4 ,float8=float8 ,int2=int2 ,int4=int4 ,numeric=numeric
@> box,point=bool polygon,polygon=bool box,box=bool path,point=bool polygon,point=bool circle,point=bool aclitem[],aclitem=bool circle,circle=bool anyarray,anyarray=bool anymultirange,anyelement=bool anymultirange,anyrange=bool anymultirange,anymultirange=bool jsonb,jsonb=bool tsquery,tsquery=bool anyrange,anyelement=bool anyrange,anyrange=bool anyrange,anymultirange=bool
@? jsonb,jsonpath=bool
@@ ,box=point ,lseg=point ,polygon=point ,circle=point tsvector,tsquery=bool tsquery,tsvector=bool text,text=bool text,tsquery=bool jsonb,jsonpath=bool
^ float8,float8=float8 numeric,numeric=numeric
^@ text,text=bool
| bit,bit=bit int2,int2=int2 int4,int4=int4 int8,int8=int8 inet,inet=inet macaddr,macaddr=macaddr macaddr8,macaddr8=macaddr8
|/ ,float8=float8
|| anycompatiblearray,anycompatible=anycompatiblearray anycompatible,anycompatiblearray=anycompatiblearray anycompatiblearray,anycompatiblearray=anycompatiblearray text,text=text varbit,varbit=varbit bytea,bytea=bytea text,anynonarray=text anynonarray,text=text jsonb,jsonb=jsonb tsvector,tsvector=tsvector tsquery,tsquery=tsquery
||/ ,float8=float8
~ name,text=bool text,text=bool bpchar,text=bool ,bit=bit ,int2=int2 ,int4=int4 ,int8=int8 ,inet=inet ,macaddr=macaddr ,macaddr8=macaddr8
~* name,text=bool text,text=bool bpchar,text=bool
~~ name,text=bool text,text=bool bpchar,text=bool bytea,bytea=bool
~~* name,text=bool text,text=bool bpchar,text=bool
`;

/** Name, then f, a (aggregate) or w (window), * for sets of rows; ... marks VARIADIC, = a default. */
export const FUNCTIONS = `
abs f(float4)float4 f(float8)float8 f(int8)int8 f(int4)int4 f(int2)int2 f(numeric)numeric
acos f(float8)float8
age f(xid)int4 f(timestamptz,timestamptz)interval f(timestamptz)interval f(timestamp,timestamp)interval f(timestamp)interval
any_value a(anyelement)anyelement
array_agg a(anynonarray)anyarray a(anyarray)anyarray
array_append f(anycompatiblearray,anycompatible)anycompatiblearray
array_cat f(anycompatiblearray,anycompatiblearray)anycompatiblearray
array_fill f(anyelement,int4[])anyarray f(anyelement,int4[],int4[])anyarray
array_length f(anyarray,int4)int4
array_lower f(anyarray,int4)int4
array_ndims f(anyarray)int4
array_position f(anycompatiblearray,anycompatible)int4 f(anycompatiblearray,anycompatible,int4)int4
array_positions f(anycompatiblearray,anycompatible)int4[]
array_prepend f(anycompatible,anycompatiblearray)anycompatiblearray
array_remove f(anycompatiblearray,anycompatible)anycompatiblearray
array_replace f(anycompatiblearray,anycompatible,anycompatible)anycompatiblearray
array_reverse f(anyarray)anyarray
array_sort f(anyarray)anyarray f(anyarray,bool)anyarray f(anyarray,bool,bool)anyarray
array_to_string f(anyarray,text,text)text f(anyarray,text)text
array_upper f(anyarray,int4)int4
ascii f(text)int4
asin f(float8)float8
atan f(float8)float8
atan2 f(float8,float8)float8
avg a(int8)numeric a(int4)numeric a(int2)numeric a(numeric)numeric a(float4)float8 a(float8)float8 a(interval)interval
bit_and a(int2)int2 a(int4)int4 a(int8)int8 a(bit)bit
bit_count f(bit)int8 f(bytea)int8
bit_length f(bytea)int4 f(text)int4 f(bit)int4
bit_or a(int2)int2 a(int4)int4 a(int8)int8 a(bit)bit
bit_xor a(int2)int2 a(int4)int4 a(int8)int8 a(bit)bit
bool_and a(bool)bool
bool_or a(bool)bool
btrim f(text,text)text f(text)text f(bytea,bytea)bytea
cardinality f(anyarray)int4
cbrt f(float8)float8
ceil f(numeric)numeric f(float8)float8
ceiling f(numeric)numeric f(float8)float8
char_length f(bpchar)int4 f(text)int4
chr f(int4)text
clock_timestamp f()timestamptz
concat f(...any)text
concat_ws f(text,...any)text
convert_from f(bytea,name)text
corr a(float8,float8)float8
cos f(float8)float8
cot f(float8)float8
count a(any)int8 a()int8
covar_pop a(float8,float8)float8
covar_samp a(float8,float8)float8
cume_dist w()float8 a(...any)float8
date f(timestamptz)date f(timestamp)date
date_bin f(interval,timestamp,timestamp)timestamp f(interval,timestamptz,timestamptz)timestamptz
date_part f(text,timestamptz)float8 f(text,interval)float8 f(text,timetz)float8 f(text,date)float8 f(text,time)float8 f(text,timestamp)float8
date_trunc f(text,timestamptz)timestamptz f(text,interval)interval f(text,timestamptz,text)timestamptz f(text,timestamp)timestamp
daterange f(date,date)daterange f(date,date,text)daterange
decode f(text,text)bytea
degrees f(float8)float8
dense_rank w()int8 a(...any)int8
div f(numeric,numeric)numeric
encode f(bytea,text)text
enum_first f(anyenum)anyenum
enum_last f(anyenum)anyenum
enum_range f(anyenum,anyenum)anyarray f(anyenum)anyarray
every a(bool)bool
exp f(float8)float8 f(numeric)numeric
extract f(text,date)numeric f(text,time)numeric f(text,timetz)numeric f(text,timestamp)numeric f(text,timestamptz)numeric f(text,interval)numeric
factorial f(int8)numeric
first_value w(anyelement)anyelement
floor f(numeric)numeric f(float8)float8
format f(text,...any)text f(text)text
gcd f(int4,int4)int4 f(int8,int8)int8 f(numeric,numeric)numeric
gen_random_uuid f()uuid
generate_series f*(timestamp,timestamp,interval)timestamp f*(timestamptz,timestamptz,interval)timestamptz f*(int4,int4,int4)int4 f*(int4,int4)int4 f*(int8,int8,int8)int8 f*(int8,int8)int8 f*(numeric,numeric,numeric)numeric f*(numeric,numeric)numeric f*(timestamptz,timestamptz,interval,text)timestamptz
generate_subscripts f*(anyarray,int4,bool)int4 f*(anyarray,int4)int4
get_byte f(bytea,int4)int4
host f(inet)text
initcap f(text)text
int4range f(int4,int4)int4range f(int4,int4,text)int4range
int8range f(int8,int8)int8range f(int8,int8,text)int8range
isempty f(anyrange)bool f(anymultirange)bool
isfinite f(date)bool f(timestamptz)bool f(interval)bool f(timestamp)bool
json_agg a(anyelement)json
json_agg_strict a(anyelement)json
json_array_elements f*(json)json{value:json}
json_array_elements_text f*(json)text{value:text}
json_array_length f(json)int4
json_build_array f(...any)json f()json
json_build_object f(...any)json f()json
json_each f*(json)record{key:text,value:json}
json_each_text f*(json)record{key:text,value:text}
json_extract_path_text f(json,...text[])text
json_object_agg a(any,any)json
json_object_agg_strict a(any,any)json
json_object_agg_unique a(any,any)json
json_object_agg_unique_strict a(any,any)json
json_object_keys f*(json)text
json_to_record f(json)record
json_to_recordset f*(json)record
json_typeof f(json)text
jsonb_agg a(anyelement)jsonb
jsonb_agg_strict a(anyelement)jsonb
jsonb_array_elements f*(jsonb)jsonb{value:jsonb}
jsonb_array_elements_text f*(jsonb)text{value:text}
jsonb_array_length f(jsonb)int4
jsonb_build_array f(...any)jsonb f()jsonb
jsonb_build_object f(...any)jsonb f()jsonb
jsonb_each f*(jsonb)record{key:text,value:jsonb}
jsonb_each_text f*(jsonb)record{key:text,value:text}
jsonb_extract_path f(jsonb,...text[])jsonb
jsonb_extract_path_text f(jsonb,...text[])text
jsonb_insert f(jsonb,text[],jsonb,=bool)jsonb
jsonb_object_agg a(any,any)jsonb
jsonb_object_agg_strict a(any,any)jsonb
jsonb_object_agg_unique a(any,any)jsonb
jsonb_object_agg_unique_strict a(any,any)jsonb
jsonb_object_keys f*(jsonb)text
jsonb_path_exists f(jsonb,jsonpath,=jsonb,=bool)bool
jsonb_path_match f(jsonb,jsonpath,=jsonb,=bool)bool
jsonb_path_query f*(jsonb,jsonpath,=jsonb,=bool)jsonb
jsonb_path_query_array f(jsonb,jsonpath,=jsonb,=bool)jsonb
jsonb_path_query_first f(jsonb,jsonpath,=jsonb,=bool)jsonb
jsonb_pretty f(jsonb)text
jsonb_set f(jsonb,text[],jsonb,=bool)jsonb
jsonb_strip_nulls f(jsonb,=bool)jsonb
jsonb_to_record f(jsonb)record
jsonb_to_recordset f*(jsonb)record
jsonb_typeof f(jsonb)text
justify_days f(interval)interval
justify_hours f(interval)interval
justify_interval f(interval)interval
lag w(anyelement)anyelement w(anyelement,int4)anyelement w(anycompatible,int4,anycompatible)anycompatible
last_value w(anyelement)anyelement
lcm f(int4,int4)int4 f(int8,int8)int8 f(numeric,numeric)numeric
lead w(anyelement)anyelement w(anyelement,int4)anyelement w(anycompatible,int4,anycompatible)anycompatible
left f(text,int4)text
length f(text)int4 f(bpchar)int4 f(lseg)float8 f(path)float8 f(bit)int4 f(bytea,name)int4 f(bytea)int4 f(tsvector)int4
like_escape f(text,text)text f(bytea,bytea)bytea
ln f(float8)float8 f(numeric)numeric
log f(float8)float8 f(numeric,numeric)numeric f(numeric)numeric
log10 f(float8)float8 f(numeric)numeric
lower f(text)text f(anyrange)anyelement f(anymultirange)anyelement
lower_inc f(anyrange)bool f(anymultirange)bool
lower_inf f(anyrange)bool f(anymultirange)bool
lpad f(text,int4,text)text f(text,int4)text
ltrim f(text,text)text f(text)text f(bytea,bytea)bytea
make_date f(int4,int4,int4)date
make_interval f(=int4,=int4,=int4,=int4,=int4,=int4,=float8)interval
make_time f(int4,int4,float8)time
make_timestamp f(int4,int4,int4,int4,int4,float8)timestamp
make_timestamptz f(int4,int4,int4,int4,int4,float8)timestamptz f(int4,int4,int4,int4,int4,float8,text)timestamptz
masklen f(inet)int4
max a(anyarray)anyarray a(int8)int8 a(int4)int4 a(int2)int2 a(oid)oid a(float4)float4 a(float8)float8 a(date)date a(time)time a(timetz)timetz a(money)money a(timestamp)timestamp a(timestamptz)timestamptz a(interval)interval a(text)text a(numeric)numeric a(bpchar)bpchar a(tid)tid a(anyenum)anyenum a(inet)inet a(pg_lsn)pg_lsn a(xid8)xid8 a(record)record a(bytea)bytea
md5 f(text)text f(bytea)text
min a(anyarray)anyarray a(int8)int8 a(int4)int4 a(int2)int2 a(oid)oid a(float4)float4 a(float8)float8 a(date)date a(time)time a(timetz)timetz a(money)money a(timestamp)timestamp a(timestamptz)timestamptz a(interval)interval a(text)text a(numeric)numeric a(bpchar)bpchar a(tid)tid a(anyenum)anyenum a(inet)inet a(pg_lsn)pg_lsn a(xid8)xid8 a(record)record a(bytea)bytea
mod f(int2,int2)int2 f(int4,int4)int4 f(int8,int8)int8 f(numeric,numeric)numeric
mode a(anyelement)anyelement
now f()timestamptz
nth_value w(anyelement,int4)anyelement
ntile w(int4)int4
num_nonnulls f(...any)int4
num_nulls f(...any)int4
numrange f(numeric,numeric)numrange f(numeric,numeric,text)numrange
octet_length f(bytea)int4 f(text)int4 f(bpchar)int4 f(bit)int4
overlaps f(timetz,timetz,timetz,timetz)bool f(timestamptz,timestamptz,timestamptz,timestamptz)bool f(timestamptz,interval,timestamptz,interval)bool f(timestamptz,timestamptz,timestamptz,interval)bool f(timestamptz,interval,timestamptz,timestamptz)bool f(time,time,time,time)bool f(time,interval,time,interval)bool f(time,time,time,interval)bool f(time,interval,time,time)bool f(timestamp,timestamp,timestamp,timestamp)bool f(timestamp,interval,timestamp,interval)bool f(timestamp,timestamp,timestamp,interval)bool f(timestamp,interval,timestamp,timestamp)bool
overlay f(bytea,bytea,int4,int4)bytea f(bytea,bytea,int4)bytea f(text,text,int4,int4)text f(text,text,int4)text f(bit,bit,int4,int4)bit f(bit,bit,int4)bit
percent_rank w()float8 a(...any)float8
percentile_cont a(float8,float8)float8 a(float8,interval)interval a(float8[],float8)float8[] a(float8[],interval)interval[]
percentile_disc a(float8,anyelement)anyelement a(float8[],anyelement)anyarray
pg_size_pretty f(int8)text f(numeric)text
pg_typeof f(any)regtype
phraseto_tsquery f(text)tsquery f(regconfig,text)tsquery
pi f()float8
plainto_tsquery f(regconfig,text)tsquery f(text)tsquery
point f(circle)point f(float8,float8)point f(lseg)point f(box)point f(polygon)point
position f(text,text)int4 f(bit,bit)int4 f(bytea,bytea)int4
power f(float8,float8)float8 f(numeric,numeric)numeric
quote_ident f(text)text
quote_literal f(text)text f(anyelement)text
quote_nullable f(text)text f(anyelement)text
radians f(float8)float8
random f()float8 f(int4,int4)int4 f(int8,int8)int8 f(numeric,numeric)numeric
range_agg a(anyrange)anymultirange a(anymultirange)anymultirange
range_intersect_agg a(anymultirange)anymultirange a(anyrange)anyrange
range_merge f(anyrange,anyrange)anyrange f(anymultirange)anyrange
rank w()int8 a(...any)int8
regexp_count f(text,text)int4 f(text,text,int4)int4 f(text,text,int4,text)int4
regexp_instr f(text,text)int4 f(text,text,int4)int4 f(text,text,int4,int4)int4 f(text,text,int4,int4,int4)int4 f(text,text,int4,int4,int4,text)int4 f(text,text,int4,int4,int4,text,int4)int4
regexp_like f(text,text)bool f(text,text,text)bool
regexp_match f(text,text)text[] f(text,text,text)text[]
regexp_matches f*(text,text)text[] f*(text,text,text)text[]
regexp_replace f(text,text,text)text f(text,text,text,text)text f(text,text,text,int4,int4,text)text f(text,text,text,int4,int4)text f(text,text,text,int4)text
regexp_split_to_array f(text,text)text[] f(text,text,text)text[]
regexp_split_to_table f*(text,text)text f*(text,text,text)text
regexp_substr f(text,text)text f(text,text,int4)text f(text,text,int4,int4)text f(text,text,int4,int4,text)text f(text,text,int4,int4,text,int4)text
regr_avgx a(float8,float8)float8
regr_avgy a(float8,float8)float8
regr_count a(float8,float8)int8
regr_intercept a(float8,float8)float8
regr_r2 a(float8,float8)float8
regr_slope a(float8,float8)float8
regr_sxx a(float8,float8)float8
regr_sxy a(float8,float8)float8
regr_syy a(float8,float8)float8
repeat f(text,int4)text
replace f(text,text,text)text
reverse f(text)text f(bytea)bytea
right f(text,int4)text
round f(float8)float8 f(numeric,int4)numeric f(numeric)numeric
row_number w()int8
row_to_json f(record)json f(record,bool)json
rpad f(text,int4,text)text f(text,int4)text
rtrim f(text,text)text f(text)text f(bytea,bytea)bytea
scale f(numeric)int4
setweight f(tsvector,char,text[])tsvector f(tsvector,char)tsvector
sha256 f(bytea)bytea
sign f(numeric)numeric f(float8)float8
similar_to_escape f(text,text)text f(text)text
sin f(float8)float8
split_part f(text,text,int4)text
sqrt f(float8)float8 f(numeric)numeric
starts_with f(text,text)bool
stddev a(int8)numeric a(int4)numeric a(int2)numeric a(float4)float8 a(float8)float8 a(numeric)numeric
stddev_pop a(int8)numeric a(int4)numeric a(int2)numeric a(float4)float8 a(float8)float8 a(numeric)numeric
stddev_samp a(int8)numeric a(int4)numeric a(int2)numeric a(float4)float8 a(float8)float8 a(numeric)numeric
string_agg a(text,text)text a(bytea,bytea)bytea
string_to_array f(text,text,text)text[] f(text,text)text[]
string_to_table f*(text,text)text f*(text,text,text)text
strpos f(text,text)int4
substr f(text,int4,int4)text f(text,int4)text f(bytea,int4,int4)bytea f(bytea,int4)bytea
substring f(text,int4,int4)text f(text,int4)text f(bit,int4,int4)bit f(bit,int4)bit f(bytea,int4,int4)bytea f(bytea,int4)bytea f(text,text)text f(text,text,text)text
sum a(int8)numeric a(int4)int8 a(int2)int8 a(float4)float4 a(float8)float8 a(money)money a(interval)interval a(numeric)numeric
tan f(float8)float8
timezone f(interval,timestamptz)timestamp f(text,timestamptz)timestamp f(text,timetz)timetz f(interval,timetz)timetz f(text,timestamp)timestamptz f(interval,timestamp)timestamptz f(timestamptz)timestamp f(timestamp)timestamptz f(timetz)timetz
to_char f(interval,text)text f(timestamptz,text)text f(numeric,text)text f(int4,text)text f(int8,text)text f(float4,text)text f(float8,text)text f(timestamp,text)text
to_date f(text,text)date
to_hex f(int4)text f(int8)text
to_json f(anyelement)json
to_jsonb f(anyelement)jsonb
to_number f(text,text)numeric
to_timestamp f(float8)timestamptz f(text,text)timestamptz
to_tsquery f(regconfig,text)tsquery f(text)tsquery
to_tsvector f(regconfig,text)tsvector f(text)tsvector f(jsonb)tsvector f(json)tsvector f(regconfig,jsonb)tsvector f(regconfig,json)tsvector
translate f(text,text,text)text
trim_array f(anyarray,int4)anyarray
trim_scale f(numeric)numeric
trunc f(macaddr)macaddr f(float8)float8 f(numeric,int4)numeric f(numeric)numeric f(macaddr8)macaddr8
ts_headline f(regconfig,text,tsquery,text)text f(regconfig,text,tsquery)text f(text,tsquery,text)text f(text,tsquery)text f(regconfig,jsonb,tsquery,text)jsonb f(regconfig,jsonb,tsquery)jsonb f(jsonb,tsquery,text)jsonb f(jsonb,tsquery)jsonb f(regconfig,json,tsquery,text)json f(regconfig,json,tsquery)json f(json,tsquery,text)json f(json,tsquery)json
ts_rank f(float4[],tsvector,tsquery,int4)float4 f(float4[],tsvector,tsquery)float4 f(tsvector,tsquery,int4)float4 f(tsvector,tsquery)float4
tsrange f(timestamp,timestamp)tsrange f(timestamp,timestamp,text)tsrange
tstzrange f(timestamptz,timestamptz)tstzrange f(timestamptz,timestamptz,text)tstzrange
unnest f*(anymultirange)anyrange f*(anyarray)anyelement f*(tsvector)record{lexeme:text,positions:int2[],weights:text[]}
upper f(text)text f(anyrange)anyelement f(anymultirange)anyelement
upper_inc f(anyrange)bool f(anymultirange)bool
upper_inf f(anyrange)bool f(anymultirange)bool
var_pop a(int8)numeric a(int4)numeric a(int2)numeric a(float4)float8 a(float8)float8 a(numeric)numeric
var_samp a(int8)numeric a(int4)numeric a(int2)numeric a(float4)float8 a(float8)float8 a(numeric)numeric
variance a(int8)numeric a(int4)numeric a(int2)numeric a(float4)float8 a(float8)float8 a(numeric)numeric
version f()text
websearch_to_tsquery f(regconfig,text)tsquery f(text)tsquery
width_bucket f(float8,float8,float8,int4)int4 f(numeric,numeric,numeric,int4)int4 f(anycompatible,anycompatiblearray)int4
xmlagg a(xml)xml
`;
