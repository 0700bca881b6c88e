using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>A labelled form field: label, hint and error stand before the control inside it, which is described by them.</summary>
[HtmlTargetElement("field", Attributes = "for,label")]
public sealed class FieldTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Init(TagHelperContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var id = IdOf(ViewContext, For);
        var ids = (Hint is null ? "" : id + "-hint ") + (ErrorOf(ViewContext, For) is null ? "" : id + "-error");
        context.Items[typeof(FieldTagHelper)] = ids.Trim();
    }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        var id = IdOf(ViewContext, For);
        var error = ErrorOf(ViewContext, For);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field" : "field wrong");
        output.Content.AppendHtml(Tag("label", Label, "for", id));
        if (Hint is not null)
            output.Content.AppendHtml(Tag("p", Hint, "id", id + "-hint", "hint"));
        if (error is not null)
            output.Content.AppendHtml(Tag("p", error, "id", id + "-error", "error"));
        output.Content.AppendHtml(content);
    }

    internal static string IdOf(ViewContext view, ModelExpression expression) =>
        TagBuilder.CreateSanitizedId(view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name), "_");

    private static string? ErrorOf(ViewContext view, ModelExpression expression) =>
        view.ViewData.ModelState.TryGetValue(view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name), out var entry) && entry.ValidationState == ModelValidationState.Invalid
            ? entry.Errors[0].ErrorMessage
            : null;

    private static TagBuilder Tag(string name, string text, string attribute, string value, string? css = null)
    {
        var tag = new TagBuilder(name);
        tag.Attributes[attribute] = value;
        if (css is not null)
            tag.AddCssClass(css);
        tag.InnerHtml.Append(text);
        return tag;
    }
}

/// <summary>Connects a control with the hint and the error of the field around it.</summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
public sealed class DescribedTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        if (!context.Items.TryGetValue(typeof(FieldTagHelper), out var found) || found is not string { Length: > 0 } ids)
            return;
        output.Attributes.SetAttribute("aria-describedby", ids);
        if (ids.EndsWith("-error", StringComparison.Ordinal))
            output.Attributes.SetAttribute("aria-invalid", "true");
    }
}
