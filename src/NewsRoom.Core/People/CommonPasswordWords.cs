namespace NewsRoom.Core.People;

/// <summary>The words that the commonest passwords are made of, as published lists of leaked passwords agree on year after year, with those of a press office.</summary>
internal static class CommonPasswordWords
{
    // Longest first, so that "passwordless" loses "password" before "pass" could be looked for.
    public static readonly IReadOnlyList<string> LongestFirst = [.. Text.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Distinct().OrderByDescending(w => w.Length)];

    private const string Text = """
        password passw0rd p@ssword p@ssw0rd pa55word passwort passord motdepasse contrasena contraseña senha parola wachtwoord haslo heslo salasana letmein
        welcome willkommen bienvenue bienvenido iloveyou ilovegod administrator admin newsroom changeme changethis changeit secret topsecret qwerty qwertz
        azerty monkey dragon sunshine princess football superman trustno1 master login press editor publisher baseball basketball hockey soccer tennis golfer
        cricket rugby arsenal chelsea liverpool manchester united barcelona realmadrid juventus everton tottenham rangers celtic yankees cowboys steelers
        lakers redsox eagles packers batman spiderman ironman starwars startrek pokemon naruto pikachu minecraft fortnite roblox matrix harrypotter hogwarts
        gandalf frodo skywalker darthvader jedimaster godzilla superstar wolverine avengers michael jordan jennifer jessica ashley amanda nicole michelle
        charlie thomas robert daniel matthew andrew joshua anthony william jonathan christopher alexander samantha victoria elizabeth patricia barbara
        margaret maggie bailey buster ginger pepper cookie tigger whatever mustang corvette ferrari porsche mercedes harley yamaha hunter ranger thunder
        killer freedom cheese banana orange chocolate butterfly flower summer winter spring autumn monday tuesday wednesday thursday friday saturday sunday
        january february march april august september october november december hello hellothere helloworld goodbye goodmorning goodluck computer internet
        website google facebook instagram twitter youtube linkedin microsoft windows samsung iphone android apple macbook amazon netflix spotify temporary
        temppass temp1234 default guest user username test testing tester example sample demo root toor system service server database mysql oracle cisco
        ubnt support helpdesk security backup access accessdenied enter open opensesame abracadabra shadow phoenix diamond silver golden purple yellow black
        white green rainbow unicorn angel angels heaven jesus jesuschrist christ blessed family forever lovely loveme iloveu lover lovelove sweetheart
        darling honey babygirl baby sexy beautiful handsome friend friends bestfriend mother father sister brother daddy mommy london paris berlin madrid
        roma moscow newyork brooklyn chicago boston dallas texas california florida america england scotland ireland canada australia germany france spain
        india mumbai china company corporate office marketing media communications pressoffice pressroom pressrelease release publish journalist reporter
        editorial headline newsdesk newspaper magazine webmaster manager director correcthorsebatterystaple correcthorse asdfgh asdfghjkl zxcvbn zxcvbnm
        qwertyuiop qweasd qweasdzxc qazwsx 1qaz2wsx 1q2w3e4r 1q2w3e4r5t q1w2e3r4 q1w2e3r4t5 zaq12wsx zaq1zaq1 abcd1234 abc123 a1b2c3d4 aa123456 asdf1234
        qwer1234 pass1234 myspace mypassword yourpassword thepassword newpassword oldpassword nopassword mypass mylogin letmein123 notsecure supersecret
        verysecret donttell unknown nothing something anything everything elephant tiger lion panther leopard cheetah dolphin penguin panda koala kitten
        kitty puppy doggy horse pony eagle falcon hawk raven wolf spider scorpion snake trouble danger rocket laser galaxy universe mercury venus saturn
        jupiter neptune pluto apollo zeus athena hercules achilles merlin arthur lancelot camelot excalibur
        """;
}
