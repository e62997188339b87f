using System.Net;
using System.Net.NetworkInformation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KitchenDisplay.Web.Startup;

/// <summary>By what this node proves itself to browsers: a certificate that somebody gave it, or one by the house's own authority, which is made the first time.</summary>
/// <param name="Server">With its key.</param>
/// <param name="Root">What devices must be told to trust; null for a certificate that was given.</param>
public sealed record HouseCertificate(X509Certificate2 Server, X509Certificate2? Root)
{
    private const int RootYears = 10;

    // What browsers accept of a certificate that an authority of one's own has signed.
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(397);

    /// <param name="path">A PEM file with certificate and key, or a PFX; null for the house's own.</param>
    /// <param name="folder">Where the house's own authority is kept.</param>
    /// <exception cref="StartRefusedException">The file is no certificate with its key.</exception>
    public static HouseCertificate Open(string? path, string folder, DateTimeOffset now)
    {
        if (path is not null) return Given(path);
        var root = Authority(folder, now);
        return new(Issue(root, now), X509CertificateLoader.LoadCertificate(root.Export(X509ContentType.Cert)));
    }

    private static HouseCertificate Given(string path)
    {
        try
        {
            var server = Path.GetExtension(path) is ".pfx" or ".p12"
                ? X509CertificateLoader.LoadPkcs12FromFile(path, Environment.GetEnvironmentVariable("KITCHENDISPLAY_CERTIFICATE_PASSWORD"))
                : Whole(X509Certificate2.CreateFromPemFile(path));
            return new(server, null);
        }
        catch (Exception problem) when (problem is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{path} cannot be used: {problem.Message} It must be a PEM file with a certificate and its key, or a PFX whose password is in KITCHENDISPLAY_CERTIFICATE_PASSWORD.");
        }
    }

    private static X509Certificate2 Authority(string folder, DateTimeOffset now)
    {
        var path = Path.Combine(folder, "house-authority.pfx");
        if (File.Exists(path)) return X509CertificateLoader.LoadPkcs12FromFile(path, null, X509KeyStorageFlags.Exportable);
        Directory.CreateDirectory(folder);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=KitchenDisplay {Dns.GetHostName()}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var root = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(RootYears));
        var ownerOnly = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) ownerOnly.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(path, ownerOnly)) file.Write(root.Export(X509ContentType.Pfx));
        return X509CertificateLoader.LoadPkcs12FromFile(path, null, X509KeyStorageFlags.Exportable);
    }

    // Anew with each start: the machine may have got another address.
    private static X509Certificate2 Issue(X509Certificate2 root, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Dns.GetHostName()}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in new[] { "localhost", Dns.GetHostName(), $"{Dns.GetHostName()}.local" }.Distinct()) names.AddDnsName(name);
        foreach (var address in Addresses()) names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var signed = request.Create(root, now.AddDays(-1), Earlier(now + Lasts, root.NotAfter), RandomNumberGenerator.GetBytes(16));
        using var server = signed.CopyWithPrivateKey(key);
        return Whole(server);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTime other) => one < other ? one : other;

    private static IEnumerable<IPAddress> Addresses() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(i => i.OperationalStatus == OperationalStatus.Up).SelectMany(i => i.GetIPProperties().UnicastAddresses).Select(a => a.Address)
        .Where(a => !a.IsIPv6LinkLocal).Append(IPAddress.Loopback).Append(IPAddress.IPv6Loopback).Distinct();

    // A key that came by PEM or by copying is bound to its process' memory; Kestrel wants it in one piece.
    private static X509Certificate2 Whole(X509Certificate2 certificate) => X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
}
